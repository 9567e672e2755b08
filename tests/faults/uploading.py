"""The shipped server and the public client of tus with a line between them that can be cut (L5).

`python -m tests.faults.uploading begin|read` is the part that talks to the database.
"""

import json
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools.launcher import node
from tools.launcher.place import ROOT
from tools.launcher.processes import Child, answers, web_command

CLIENT = ROOT / "tools" / "tus"
TOKEN = "t" * 32


@dataclass
class Reception:
    """A running site that can be killed, and what its database knows."""

    env: dict[str, str]
    folder: Path
    port: int
    web: Child = field(init=False)

    def start(self) -> None:
        command = web_command("127.0.0.1", self.port)
        self.web = Child(command, self.env, self.folder / "web.log")
        self.web.start()
        for _ in range(400):
            if answers("127.0.0.1", self.port, tls=False):
                return
            threading.Event().wait(0.05)
        raise AssertionError(self.said())

    def stop(self) -> None:
        self.web.stop()

    def said(self) -> str:
        return (self.folder / "web.log").read_text("utf-8", "replace")[-3000:]

    def knows(self, what: str) -> Any:
        found = subprocess.run(
            [sys.executable, "-m", "tests.faults.uploading", what],
            cwd=ROOT,
            env={**self.env, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"},
            text=True,
            capture_output=True,
            check=False,
        )
        assert not found.returncode, found.stderr
        return json.loads(found.stdout.splitlines()[-1])

    def takes(
        self,
        path: Path,
        *,
        piece: int = 0,
        cuts: int = 0,
        seed: int = 1,
        during: Callable[[int], None] = lambda at: None,
    ) -> dict[str, Any]:
        """Let the client send the file; `during` hears how many bytes it sent."""
        told = {**self.knows("begin"), "port": self.port, "path": str(path)}
        told |= {"piece": piece, "cuts": cuts, "seed": seed}
        process = subprocess.Popen(
            ["node", "client.mjs", json.dumps(told)],
            cwd=node.filled(CLIENT),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        last: dict[str, Any] = {}
        for line in process.stdout:
            last = json.loads(line)
            if "at" in last:
                during(last["at"])
        _, wrong = process.communicate(timeout=120)
        assert not process.returncode, wrong + self.said()
        return last

    def memory(self) -> int:
        """The most memory that one of the web processes ever had, in bytes."""
        pids, most = [self.web.pid], 0
        while pids:
            pid = pids.pop()
            tasks = Path(f"/proc/{pid}/task").glob("*/children")
            pids += [int(each) for task in tasks for each in task.read_text().split()]
            peak = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
            most = max(most, int(peak[1]) * 1024 if peak else 0)
        return most


def begin() -> dict[str, Any]:
    """Where the file goes, and the headers of Ana's browser."""
    from django.conf import settings

    from opentwinning.core.permits import free_writing
    from opentwinning.core.sessions import SessionStore
    from opentwinning.people.accounts.models import Account
    from opentwinning.workspace.spaces.models import Space
    from tests import cast
    from tests.scenes.spaces import a_space

    space = Space.objects.first()
    if space is None:
        with free_writing():
            space = a_space().space
    account = Account.objects.get(pk=cast.ana().actor.account)
    session = SessionStore()
    session["account"], session["epoch"] = account.pk, account.session_epoch
    session.create()
    cookies = {settings.SESSION_COOKIE_NAME: session.session_key, settings.CSRF_COOKIE_NAME: TOKEN}
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    said = {"filename": "film.mp4", "place": "whole", "people_shown": "nobody", "declared": "on"}
    return {
        "creation": f"/spaces/{space.ref}/files/uploads/",
        "headers": {"Cookie": cookie, "X-CSRFToken": TOKEN},
        "metadata": said,
    }


def read() -> dict[str, Any]:
    """The files that are there, and what is left in the folders of what is on its way."""
    from opentwinning.workspace.files.adapters import disk
    from opentwinning.workspace.files.models import SpaceFile, SpaceUsage

    rows = SpaceFile.objects.order_by("pk")
    left = [str(p) for name in ("incoming", "unfinished") for p in (disk.root() / name).glob("*")]
    return {
        "files": [{"sha256": each.sha256, "size": each.size} for each in rows],
        "used": SpaceUsage.objects.get().used_bytes,
        "left": left,
    }


if __name__ == "__main__":
    import django

    django.setup()
    sys.stdout.write(json.dumps({"begin": begin, "read": read}[sys.argv[1]]()))
