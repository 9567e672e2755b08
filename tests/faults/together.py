"""Processes that hold sockets, with reference clients of Yjs on them (stack §3, X1).

`python -m tests.faults.together begin|read` is the part that talks to the database.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools.launcher import node
from tools.launcher.place import DJANGO, ROOT
from tools.launcher.processes import Child, answers, free_port

CLIENTS = ROOT / "tools" / "yjs"
TEXT = "## Rivers\n\nThe first line.\n\n- one\n- two\n"


@dataclass
class Stage:
    """One page, people who may write it, and the processes between them."""

    env: dict[str, str]
    folder: Path
    nodes: int = 1
    running: list[Child] = field(default_factory=list)
    ports: list[int] = field(default_factory=list)

    def begin(self) -> None:
        self.ports = [free_port() for _ in range(self.nodes)]
        self.running = [self._node(port) for port in self.ports]
        for number in range(self.nodes):
            self.start(number)

    def _node(self, port: int) -> Child:
        command = [*DJANGO, "live", "--port", str(port)]
        return Child(command, self.env, self.folder / f"live-{port}.log")

    def start(self, number: int) -> None:
        self.running[number].start()
        for _ in range(400):
            if answers("127.0.0.1", self.ports[number], tls=False):
                return
            threading.Event().wait(0.05)
        raise AssertionError(self.said())

    def said(self) -> str:
        """What the processes printed."""
        logs = sorted(self.folder.glob("live-*.log"))
        return "\n".join(each.read_text("utf-8", "replace")[-3000:] for each in logs)

    def knows(self, what: str) -> Any:
        """Ask the database beside the processes: `begin` or `read`."""
        found = subprocess.run(
            [sys.executable, "-m", "tests.faults.together", what],
            cwd=ROOT,
            env={**self.env, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"},
            text=True,
            capture_output=True,
            check=False,
        )
        assert not found.returncode, found.stderr
        return json.loads(found.stdout.splitlines()[-1])

    def play(
        self, work: str, *, meanwhile: Callable[[], None] | None = None, **told: Any
    ) -> list[dict[str, Any]]:
        """Let the clients work; return every line they printed, the result last."""
        known = self.knows("begin")
        nodes = [f"ws://127.0.0.1:{port}/live/page" for port in self.ports]
        command = json.dumps(
            {"work": work, "nodes": nodes, "origin": self.env["OT_ADDRESS"], **known, **told}
        )
        process = subprocess.Popen(
            ["node", "clients.mjs", command],
            cwd=node.filled(CLIENTS),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        beside = threading.Thread(target=meanwhile) if meanwhile else None
        if beside:
            beside.start()
        printed, wrong = process.communicate(timeout=120)
        if beside:
            beside.join()
        assert not process.returncode, wrong + self.said()
        return [json.loads(line) for line in printed.splitlines() if line.startswith("{")]

    def stop(self) -> None:
        for child in self.running:
            child.stop()


@contextmanager
def staged(stage: Stage) -> Iterator[Stage]:
    """The processes run inside the block."""
    stage.begin()
    try:
        yield stage
    finally:
        stage.stop()


def begin() -> dict[str, Any]:
    """The page and two people's cookies and tickets; a second time the same page."""
    from django.conf import settings

    from opentwinning.core.lines import ticket_for
    from opentwinning.core.permits import free_writing
    from opentwinning.core.sessions import SessionStore
    from opentwinning.people.accounts.models import Account
    from opentwinning.workspace.pages.actions import create_page
    from opentwinning.workspace.pages.models import Page
    from tests import cast
    from tests.scenes.spaces import a_space

    page = Page.objects.first()
    if page is None:
        with free_writing():
            scene = a_space()
        page = create_page(by=scene.ana.actor, space=scene.space, title="Rivers", text=TEXT)
    people = []
    for person in (cast.ana(), cast.ion()):
        account = Account.objects.get(pk=person.actor.account)
        session = SessionStore()
        session["account"], session["epoch"] = account.pk, account.session_epoch
        session.create()
        ticket = ticket_for(person.actor, "page", page.ref)
        cookie = f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
        people.append({"cookie": cookie, "ticket": ticket})
    return {"ref": page.ref, "people": people}


def read() -> dict[str, Any]:
    """What is kept of the page: as a document, as a text, and how many versions there are."""
    from opentwinning.core.actor import SYSTEM
    from opentwinning.core.livetext.documents import document_of, text_of
    from opentwinning.workspace.pages.actions import settle_page
    from opentwinning.workspace.pages.models import Page

    page = settle_page(by=SYSTEM, page=Page.objects.get())
    whole = document_of([page.document.whole])
    pending = page.document.changes.count()
    return {
        "text": page.text,
        "same": text_of(whole) == page.text,
        "pending": pending,
        "versions": page.versions.count(),
    }


if __name__ == "__main__":
    import django

    django.setup()
    sys.stdout.write(json.dumps({"begin": begin, "read": read}[sys.argv[1]]()))
