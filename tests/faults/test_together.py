"""K2, X1, F5: several people write one page, through several processes, and nothing is lost.

The clients are the reference clients of Yjs; what they do is random, its seed is in the message.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.together import Stage, staged
from tests.plugins.databases import own_database
from tests.plugins.live import site_environment
from tools.launcher import services
from tools.launcher.processes import free_port

pytestmark = pytest.mark.fault

type MakeStage = Callable[..., Stage]


@pytest.fixture
def stage(blank_database: tuple[Path, str], tmp_path: Path) -> Iterator[MakeStage]:
    """Return a function that begins a stage with its own database: `stage(nodes=2)`."""
    blank, template = blank_database
    folder = tmp_path / "data"
    shutil.copytree(blank, folder)
    with ExitStack() as stack:
        url = stack.enter_context(own_database(folder, template))

        def make(nodes: int = 1, **changes: str) -> Stage:
            env = site_environment(
                folder, 443, "smtp://127.0.0.1:9", OT_DATABASE_URL=url, **changes
            )
            return stack.enter_context(staged(Stage(env, tmp_path, nodes)))

        yield make


@pytest.fixture
def own_redis(tmp_path: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    """A Redis of this test, and a function that kills it and starts it again."""
    port = free_port()
    running: list[subprocess.Popen[bytes]] = []

    def start() -> None:
        running.append(services.start_redis(tmp_path / f"redis-{len(running)}", port))
        services.wait_for("redis", port, running[-1])

    def restart() -> None:
        running[-1].kill()
        running[-1].wait()
        time.sleep(1.5)
        start()

    start()
    yield f"redis://127.0.0.1:{port}/0", restart
    services.stop(running[-1])


def complaints(found: dict[str, object], seed: int) -> list[str]:
    """What a wandering of clients left wrong."""
    wrong = []
    if not found["same"]:
        wrong.append(f"seed {seed}: the clients differ: {found['sizes']}")
    if not found["fresh"]:
        wrong.append(f"seed {seed}: somebody who comes later sees another text")
    return wrong


def test_everybody_holds_the_same_text_in_the_end_through_three_processes(stage, own_redis):
    seed = random.randrange(2**31)
    play = stage(3, OT_REDIS_URL=own_redis[0])

    *_, found = play.play("wander", clients=6, seconds=5, seed=seed)

    assert complaints(found, seed) == [], play.said()
    kept = play.knows("read")
    assert kept["same"]
    assert kept["pending"] == 0
    # A mark may stand within a number, and Markdown may be unable to say so.
    shown = re.sub(r"<[^>]+>", "", str(found["xml"]).replace("</paragraph>", "\n"))
    written = re.findall(r"c\d+ s\d+", kept["text"])
    assert written
    assert [words for words in written if words not in shown] == []


def test_processes_agree_also_while_redis_is_away(stage, own_redis):
    seed = random.randrange(2**31)
    address, restart = own_redis
    play = stage(2, OT_REDIS_URL=address)

    def interrupt() -> None:
        time.sleep(2)
        restart()

    *_, found = play.play("wander", clients=6, seconds=5, seed=seed, meanwhile=interrupt)

    assert complaints(found, seed) == [], play.said()


def test_processes_agree_without_any_bus(stage):
    seed = random.randrange(2**31)
    play = stage(2)

    *_, found = play.play("wander", clients=4, seconds=3, seed=seed)

    assert complaints(found, seed) == [], play.said()


def test_the_server_says_who_is_who_and_all_agree(stage):
    seed = random.randrange(2**31)

    *_, found = stage().play("wander", clients=4, seconds=3, seed=seed)

    assert complaints(found, seed) == []
    assert sorted(found["names"]) == ["Ana Kovač", "Ana Kovač", "Ion Popescu", "Ion Popescu"], seed


def test_what_was_called_kept_survives_kill_9_of_the_process(stage):
    play = stage()
    promised: set[str] = set()

    for life in range(4):

        def kill() -> None:
            time.sleep(random.uniform(0.8, 1.6))
            os.killpg(play.running[0].pid, signal.SIGKILL)

        printed = play.play("journal", seconds=4, seed=life, meanwhile=kill)
        promised |= {line["kept"] for line in printed if isinstance(line["kept"], str)}
        play.running[0].stop()
        play.start(0)

    text = play.knows("read")["text"]
    assert len(promised) > 4
    assert [line for line in sorted(promised) if line not in text] == []
