"""The kill rig: real writers, `kill -9` at random moments, and a look at what is left (X1, X8).

The law (K2): what was acknowledged is stored with equal content, once; nothing is half-written; and
what is stored without acknowledgement is at most what was in flight at a kill.
"""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.writer import Journal
from tools.launcher.place import ROOT

KILLS = 25
WRITERS = 2
PATIENCE = 30.0  # seconds in which a writer must achieve something


@dataclass
class Outcome:
    """What was promised and what is there."""

    acknowledged: dict[str, str]
    stored: list[tuple[str, str]]
    torn: list[str]
    kills: int
    seed: int

    def complaints(self) -> list[str]:
        """Return a sentence for each broken promise."""
        found = [f"half-written: {sentence}" for sentence in self.torn]
        content = dict(self.stored)
        found += [f"lost: {ref}" for ref in self.acknowledged if ref not in content]
        found += [
            f"changed: {ref}"
            for ref, digest in self.acknowledged.items()
            if content.get(ref, digest) != digest
        ]
        doubles = Counter(ref for ref, _digest in self.stored)
        found += [f"stored {count} times: {ref}" for ref, count in doubles.items() if count > 1]
        unpromised = [ref for ref in content if ref not in self.acknowledged]
        if self.acknowledged and len(unpromised) > self.kills:
            found.append(f"{len(unpromised)} stored but not acknowledged in {self.kills} kills")
        return found


class KillRig:
    """Runs one kind of writer and kills its processes."""

    def __init__(
        self,
        writer: str,
        env: dict[str, str],
        folder: Path,
        *,
        writers: int = WRITERS,
        spread: float = 0.25,
    ) -> None:
        """Prepare. `writer` is `module:Class`; `spread` is the longest life in seconds."""
        self.folder = folder
        self.count = writers
        self.spread = spread
        self.seed = int.from_bytes(os.urandom(4))
        self.chance = random.Random(self.seed)
        self.kills = 0
        self.errors = folder / "writers.log"
        with self.errors.open("ab") as errors:
            self.zygote = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.zygote", writer],
                cwd=ROOT,
                env={**env, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,
            )

    def run(self, kills: int = KILLS) -> Outcome:
        """Prepare, write and kill, then report what came of it."""
        try:
            self._expect_success(do="prepare")
            pids = {number: self._start(number, life=0) for number in range(self.count)}
            while self.kills < kills:
                self._let_them_write()
                victim = self.chance.randrange(self.count)
                self._kill(pids[victim])
                self.kills += 1
                pids[victim] = self._start(victim, life=self.kills)
            self._let_them_write()
            for pid in pids.values():
                self._kill(pid)
            return self._report(kills + self.count)
        finally:
            self.close()

    def _start(self, number: int, *, life: int) -> int:
        journal = str(self.journal(number))
        return int(self._ask(do="start", number=number, life=life, journal=journal)["pid"])

    def journal(self, number: int) -> Path:
        """Return where one writer notes what was acknowledged."""
        return self.folder / f"journal-{number}"

    def _let_them_write(self) -> None:
        """Wait a random while; a kill must be able to hit any line of the code."""
        time.sleep(self.chance.uniform(0.01, self.spread))

    def _kill(self, pid: int) -> None:
        """Kill one writer without warning. One that had ended by itself is a failure."""
        os.kill(pid, signal.SIGKILL)
        code = self._ask(do="bury", pid=pid)["code"]
        if code != -signal.SIGKILL:
            raise AssertionError(f"A writer ended by itself with {code}:\n{self.said()}")

    def said(self) -> str:
        """Return the end of what the writers printed."""
        return self.errors.read_text(encoding="utf-8", errors="replace")[-4000:]

    def _report(self, kills: int) -> Outcome:
        acknowledged: dict[str, str] = {}
        for number in range(self.count):
            acknowledged |= Journal.read(self.journal(number))
        path = self.folder / "report.json"
        self._expect_success(do="report", path=str(path))
        found = json.loads(path.read_text(encoding="utf-8"))
        stored = [(str(ref), str(digest)) for ref, digest in found["stored"]]
        return Outcome(acknowledged, stored, found["torn"], kills, self.seed)

    def _expect_success(self, **command: Any) -> None:
        if self._ask(**command)["code"] != 0:
            raise AssertionError(f"{command['do']} failed:\n{self.said()}")

    def _ask(self, **command: Any) -> dict[str, Any]:
        assert self.zygote.stdin is not None
        assert self.zygote.stdout is not None
        self.zygote.stdin.write(json.dumps(command) + "\n")
        self.zygote.stdin.flush()
        answer = self.zygote.stdout.readline()
        if not answer:
            raise AssertionError(f"The zygote is dead:\n{self.said()}")
        found: dict[str, Any] = json.loads(answer)
        return found

    def close(self) -> None:
        """End the zygote and every writer."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.zygote.pid, signal.SIGKILL)
        self.zygote.communicate()
