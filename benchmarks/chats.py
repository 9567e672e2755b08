"""A class in a chat, and a pupil who floods it: what the neighbours on the same site feel.

`python -m benchmarks.chats [--seconds 20] [--rate 50]`: one teacher of another school opens pages
(home of her TwinSpace, Today) ten times a second; first alone, then beside thirty pupils whose
pages ask for news every three seconds while some of them write, then beside a pupil who sends as
fast as told. One run, one site as shipped on SQLite. Ends with an error when a message that was
accepted is not there.
"""

import argparse
import datetime as dt
import http.client
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.load import Request, ask
from benchmarks.sites import Engine, environment
from tests.plugins.live import prepare_world
from tools.launcher.place import ROOT
from tools.launcher.processes import WEB_PROCESSES, Site, free_port

PUPILS, EVERY, WRITES = 30, 3.0, 0.2  # pupils, seconds between two calls, share that writes
NEIGHBOUR = 10.0  # pages a second


def seed() -> dict[str, Any]:
    """A class in an open chat, and a neighbour with a TwinSpace of her own."""
    from opentwinning.core.clock import now
    from opentwinning.core.permits import free_writing
    from opentwinning.workspace.chats.actions import Rules, make_chat, plan_hours
    from tests import cast
    from tests.scenes.classes import a_class
    from tests.scenes.twinspaces import a_twinspace, brought

    with free_writing():
        scene = a_twinspace()
        chat = make_chat(
            by=cast.ana().actor, space=scene.twinspace.space, title="7c talks", rules=Rules()
        )
        school_class = a_class(cast.ana(), *(f"Pupil {n}" for n in range(PUPILS)), name="7c")
        kids = [kid.client for kid in brought(cast.ana(), scene.twinspace, school_class)]
        begins = now()
        plan_hours(
            by=cast.ana().actor, chat=chat, begins_at=begins, ends_at=begins + dt.timedelta(hours=2)
        )
    return {
        "chat": f"/spaces/chats/{chat.ref}/",
        "home": scene.home,
        "kids": [each.session.session_key for each in kids],
        "neighbour": cast.freja().client.session.session_key,
    }


class Crowd:
    """People with pages open, each on a connection of her own, until told to stop."""

    def __init__(self, port: int) -> None:
        self.port, self.over = port, threading.Event()
        self.times: dict[str, list[float]] = {}
        self.codes: dict[str, Counter[int]] = {}
        self.threads: list[threading.Thread] = []

    def add(self, name: str, session: str, requests: list[Request], every: float) -> None:
        """Somebody asks one of these, again and again, at a pace."""
        who = threading.Thread(target=self._live, args=(name, session, requests, every))
        self.threads.append(who)

    def _live(self, name: str, session: str, requests: list[Request], every: float) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        dice, turn = random.Random(session), 0
        due = time.perf_counter() + dice.random() * every
        while not self.over.wait(max(0.0, due - time.perf_counter())):
            due += every
            turn += 1
            plain = requests[turn % len(requests)]
            request = Request(plain.path, {"__Host-session": session}, plain.form, plain.good)
            began = time.perf_counter()
            code, _ = ask(connection, request, f"{session[:8]}-{turn}")
            self.times.setdefault(name, []).append(time.perf_counter() - began)
            self.codes.setdefault(name, Counter())[code] += 1
        connection.close()

    def lives(self, seconds: float) -> None:
        for each in self.threads:
            each.start()
        time.sleep(seconds)
        self.over.set()
        for each in self.threads:
            each.join()

    def share(self, name: str, part: float) -> float:
        """A percentile in milliseconds."""
        found = sorted(self.times[name])
        return found[int(len(found) * part)] * 1000


def phase(name: str, port: int, world: dict[str, Any], told: argparse.Namespace) -> int:
    """Play one of the three; returns how many messages were accepted."""
    crowd = Crowd(port)
    pages = [Request(world["home"]), Request("/today/")]
    crowd.add("neighbour", world["neighbour"], pages, 1 / NEIGHBOUR)
    says = Request(
        f"{world['chat']}say/", form={"text": "Hello {turn}", "send_key": f"{name}-{{turn}}"}
    )
    if name != "alone":
        for number, kid in enumerate(world["kids"]):
            news = Request(f"{world['chat']}news/?after=0")
            crowd.add("news", kid, [news], EVERY)
            if number < PUPILS * WRITES:
                crowd.add("says", kid, [says], 2 * EVERY)
    if name == "flood":
        crowd.add("flood", world["kids"][-1], [says], 1 / told.rate)
    crowd.lives(told.seconds)
    codes = {who: dict(found) for who, found in crowd.codes.items() if who != "neighbour"}
    print(
        f"{name:10}{crowd.share('neighbour', 0.5):12.1f}{crowd.share('neighbour', 0.95):12.1f}"
        + (f"{crowd.share('news', 0.95):12.1f}" if name != "alone" else f"{'':12}")
        + f"   {codes or ''}",
        flush=True,
    )
    assert set(crowd.codes["neighbour"]) == {200}
    return sum(found[302] for who, found in crowd.codes.items() if who in {"says", "flood"})


def measure(folder: Path, told: argparse.Namespace) -> None:
    """All three, and a look whether what was accepted is there."""
    data = folder / "data"
    prepare_world(data, None)
    port = free_port()
    engine = Engine("SQLite", f"sqlite:///{data}/opentwinning.sqlite3", "")
    env = environment(data, port, engine)
    inside = {**env, "OT_MODE": "development", "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"}

    def run(part: str) -> Any:
        command = [sys.executable, "-m", "benchmarks.chats", "--part", part]
        said = subprocess.run(
            command, cwd=ROOT, env=inside, text=True, check=True, stdout=subprocess.PIPE
        )
        return json.loads(said.stdout.splitlines()[-1])

    world = run("seed")
    site = Site(env, port=port, worker=False, log=folder / "log", workers=WEB_PROCESSES)
    site.start()
    try:
        print(f"{'':10}{'pages p50':>12}{'pages p95':>12}{'news p95':>12}   answers")
        accepted = sum(phase(name, port, world, told) for name in ("alone", "class", "flood"))
    finally:
        site.stop()
    assert run("count") == accepted, "a message that was accepted is not there"
    print(f"{accepted} messages accepted, all of them kept")


def part_of(name: str) -> Any:
    """What runs beside the database."""
    import django

    django.setup()
    if name == "seed":
        return seed()
    from opentwinning.workspace.chats.models import ChatMessage

    return ChatMessage.objects.count()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=20)
    arguments.add_argument("--rate", type=float, default=50)
    arguments.add_argument("--part", help=argparse.SUPPRESS)
    wanted = arguments.parse_args()
    if wanted.part:
        print(json.dumps(part_of(wanted.part)))
    else:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), wanted)
