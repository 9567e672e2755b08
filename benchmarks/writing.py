"""Writing together, beside the reference server of Yjs, in one run.

`python -m benchmarks.writing [--sockets 1000] [--seconds 20]`: five people type five letters a
second each on one page; then a thousand sockets are open on forty pages while two people type. Ours
asks for the rights of every socket every three seconds and keeps each change in the database; the
reference keeps nothing and asks nothing. The clients are the reference clients, in one process of
Node, so their own delay is in both columns. Ends with an error when a letter did not arrive.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks.processes import memory_of, seconds_of
from tests.faults.together import CLIENTS, Stage, staged
from tests.plugins.live import prepare_world, site_environment
from tools.launcher import node
from tools.launcher.place import ROOT
from tools.launcher.processes import Child, answers, free_port

PAGES, EACH = 40, 4  # sockets of one person; the limit is five
WRITERS, RATE = 5, 5.0
REFERENCE = "node_modules/@y/websocket-server/src/server.js"


def seats(count: int) -> list[dict[str, str]]:
    """So many sockets: members of one space on its pages, from homes of their own."""
    from django.conf import settings

    from opentwinning.core.actor import SYSTEM
    from opentwinning.core.lines import ticket_for
    from opentwinning.core.permits import free_writing
    from opentwinning.core.sessions import SessionStore
    from opentwinning.workspace.pages.actions import create_page
    from opentwinning.workspace.spaces.actions import admit_account
    from opentwinning.workspace.spaces.vocabulary import MemberCapacity
    from tests import cast
    from tests.scenes.spaces import a_space

    found: list[dict[str, str]] = []
    with free_writing():
        scene = a_space()
        pages = [
            create_page(by=scene.ana.actor, space=scene.space, title=f"Page {n}", text="Rivers.")
            for n in range(PAGES)
        ]
        for number in range(-(-count // EACH)):
            person = cast.educator(f"Writer{number} Busy", "SI")
            admit_account(
                by=SYSTEM, space=scene.space, account=person.account,
                capacity=MemberCapacity.EDUCATOR, country="SI",
            )  # fmt: skip
            session = SessionStore()
            session["account"] = person.account.pk
            session["epoch"] = person.account.session_epoch
            session.create()
            for other in range(EACH):
                page = pages[(number + other * 10) % PAGES]
                found.append({
                    "ref": page.ref,
                    "cookie": f"{settings.SESSION_COOKIE_NAME}={session.session_key}",
                    "ticket": ticket_for(person.actor, "page", page.ref),
                    "from": f"10.1.{number // 250}.{number % 250}",
                })  # fmt: skip
    return found[:count]


class Server:
    """One of the two, and what it has used."""

    def __init__(self, name: str, port: int, pid: int) -> None:
        self.name, self.port, self.pid = name, port, pid

    def plays(self, origin: str, told: dict[str, Any]) -> dict[str, Any]:
        """Let the clients work; processor and memory of the server between their marks."""
        told = {**told, "origin": origin, "nodes": [f"ws://127.0.0.1:{self.port}/live/page"]}
        with tempfile.NamedTemporaryFile("w", suffix=".json") as asked:
            json.dump(told, asked)
            asked.flush()
            clients = subprocess.Popen(
                ["node", "clients.mjs", f"@{asked.name}"], cwd=node.filled(CLIENTS),
                stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
            assert clients.stdout is not None
            used, since, memory, result = 0.0, 0.0, 0.0, {}
            for line in clients.stdout:
                said = json.loads(line)
                if "begins" in said:
                    used, since = seconds_of(self.pid), time.monotonic()
                elif "ends" in said:
                    used, since = seconds_of(self.pid) - used, time.monotonic() - since
                    memory = memory_of(self.pid)
                else:
                    result = said
            assert clients.wait() == 0
        return {**result, "cpu": used, "took": since, "memory": memory}


def servers(stack: ExitStack, stage: Stage, folder: Path) -> list[Server]:
    """Ours and the reference, both running."""
    port = free_port()
    env = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port)}
    place = node.filled(CLIENTS)
    reference = Child(["node", str(place / REFERENCE)], env, folder / "reference.log")
    reference.start()
    stack.callback(reference.stop)
    while not answers("127.0.0.1", port, tls=False):
        time.sleep(0.05)
    return [
        Server("ours", stage.ports[0], stage.running[0].pid),
        Server("reference", port, reference.pid),
    ]


def compare(folder: Path, sockets: int, seconds: int) -> None:
    """Print one table."""
    prepare_world(folder / "data", None)
    env = site_environment(folder / "data", 443, "smtp://127.0.0.1:9")
    stage = Stage(env, folder)
    with ExitStack() as stack:
        stack.enter_context(staged(stage))
        places = subprocess.run(
            [sys.executable, "-m", "benchmarks.writing", "--seat", str(sockets)], cwd=ROOT,
            env={**env, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"}, text=True, check=True,
            capture_output=True,
        )  # fmt: skip
        chairs = json.loads(places.stdout.splitlines()[-1])
        both = servers(stack, stage, folder)
        print(f"{'':34}{'p50 ms':>8}{'p95 ms':>8}{'CPU ms/edit':>13}{'MiB':>8}{'KiB/socket':>12}")
        for server in both:
            empty = memory_of(server.pid)
            told = {"work": "pace", "clients": WRITERS, "rate": RATE, "seconds": seconds,
                    "ref": chairs[0]["ref"], "people": writers(chairs)}  # fmt: skip
            show(f"{WRITERS} writers, {server.name}", server.plays(env["OT_ADDRESS"], told), empty)
        for server in both:
            empty = memory_of(server.pid)
            told = {"work": "hold", "seats": chairs, "seconds": seconds}
            found = server.plays(env["OT_ADDRESS"], told)
            show(f"{found['open']} sockets, {server.name}", found, empty)
            share, opened = found["cpu"] / found["took"], found["opened"] / 1000
            print(f"    all open after {opened:.1f} s; processor {share:.0%} of a core")
            assert found["open"] == sockets, stage.said()


def writers(chairs: list[dict[str, str]]) -> list[dict[str, str]]:
    """People who have the first page open."""
    return [each for each in chairs if each["ref"] == chairs[0]["ref"]][:WRITERS]


def show(name: str, found: dict[str, Any], empty: float) -> None:
    """One line of the table."""
    assert found["lost"] == 0, f"{found['lost']} letters did not arrive"
    cost = f"{1000 * found['cpu'] / found['edits']:13.2f}"
    if found.get("open"):  # what so many sockets cost is not the price of an edit
        more = (found["memory"] - empty) * 1024 / found["open"]
        cost = f"{'':13}{found['memory']:8.0f}{more:12.0f}"
    print(f"{name:34}{found['p50']:8.1f}{found['p95']:8.1f}{cost}", flush=True)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sockets", type=int, default=1000)
    arguments.add_argument("--seconds", type=int, default=20)
    arguments.add_argument("--seat", type=int, help=argparse.SUPPRESS)
    wanted = arguments.parse_args()
    if wanted.seat:
        import django

        django.setup()
        print(json.dumps(seats(wanted.seat)))
    else:
        with tempfile.TemporaryDirectory() as folder:
            compare(Path(folder), wanted.sockets, wanted.seconds)
