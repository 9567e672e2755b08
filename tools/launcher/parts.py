"""The parts of a whole test run: each is one run of pytest; parts of two rows run side by side."""

import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

from tools.launcher.place import PYTHON, ROOT

FEW = 3  # as many plays as may fail and be looked at once more
LONGEST = 1500.0  # seconds of one part; pytest ends a test that hangs long before (pyproject.toml)
GLANCE = 0.2  # seconds between two looks whether a part has ended
ENDED = object()
ALONE = ("-n", "0", "--dist", "no", "--last-failed", "--last-failed-no-failures=none")


@dataclass
class Tally:
    """What came of the parts so far."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    parts: list[str] = field(default_factory=list)
    unsteady: list[str] = field(default_factory=list)

    def add(self, title: str, passed: int, failed: int, seconds: float, skipped: int = 0) -> None:
        """Count one part."""
        self.passed += passed
        self.failed += failed
        self.skipped += skipped
        self.parts.append(f"  {title:<34} {passed:>6} passed {failed:>4} failed {seconds:>6.0f} s")


@dataclass(frozen=True)
class Part:
    """One run of pytest with its arguments, in an environment.

    `twice`: a few tests that failed are played once more, alone, and named whatever comes of it
    (decision 0015). `modest`: it leaves the processor to parts beside it that people wait in.
    """

    title: str
    arguments: tuple[str, ...]
    env: dict[str, str]
    twice: bool = False
    modest: bool = False


def play(tally: Tally, *rows: Sequence[Part]) -> None:
    """Play the parts of each row one after the other, and the rows side by side.

    What a part printed is shown whole when it has ended. Whoever stops this stops the parts too.
    """
    with ExitStack() as stack:
        begun = [stack.enter_context(closing(_row(tally, row))) for row in rows]
        while begun:
            begun = [row for row in begun if next(row, ENDED) is not ENDED]
            time.sleep(GLANCE)


def _row(tally: Tally, parts: Sequence[Part]) -> Generator[None]:
    """Play one part after the other, a look at a time; closing it ends the part that runs."""
    for part in parts:
        yield from _played(tally, part)


def _played(tally: Tally, part: Part) -> Generator[None]:
    """Run a part and count it, a look at a time. A part that ran no test has failed."""
    print(f"-- begins: {part.title}", flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="ot-part-") as name:
        folder = Path(name)
        code = yield from _ended(part, folder)
        passed, failed, skipped = counts(folder)
        if part.twice and code == 1 and 0 < len(names := failures(folder)) <= FEW:
            print(f"-- once more, alone: {', '.join(names)}", flush=True)
            code = yield from _ended(part, folder, ALONE)
            steady = failed - counts(folder)[1]
            passed, failed = passed + steady, failed - steady
            tally.unsteady += [each for each in names if each not in failures(folder)]
    if code and not failed:
        failed = 1
        sys.stderr.write(f"{part.title}: pytest ended with code {code}.\n")
    tally.add(part.title, passed, failed, time.monotonic() - started, skipped)


def _ended(part: Part, folder: Path, more: tuple[str, ...] = ()) -> Generator[None, None, int]:
    """Run pytest, a look at a time, show what it printed, and return its code.

    A part that takes too long has failed. Parts side by side have a memory of failures each.
    """
    command = [PYTHON, "-m", "pytest", "-q", f"--junit-xml={folder / 'report.xml'}"]
    command += ["-o", f"cache_dir={folder / 'cache'}", *part.arguments, *more]
    until = time.monotonic() + LONGEST
    with (folder / "printed").open("w+") as printed:
        process = subprocess.Popen(
            [*(["nice", "-n", "5"] if part.modest else []), *command],
            cwd=ROOT,
            env=part.env,
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
        )
        try:
            while process.poll() is None and time.monotonic() < until:
                yield
        finally:
            if late := process.poll() is None:
                process.terminate()
                process.wait()
        printed.seek(0)
        print(f"\n== {part.title} ==\n{printed.read()}", flush=True)
    if late:
        sys.stderr.write(f"{part.title}: not done after {LONGEST:.0f} s, so it was ended.\n")
    return 1 if late else process.returncode


def counts(folder: Path) -> tuple[int, int, int]:
    """Return passed, failed and skipped of a JUnit report; nothing at all when there is none."""
    passed = failed = skipped = 0
    for suite in _report(folder, "testsuite"):
        bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        out = int(suite.get("skipped", 0))
        passed += int(suite.get("tests", 0)) - bad - out
        failed += bad
        skipped += out
    return passed, failed, skipped


def failures(folder: Path) -> list[str]:
    """Return the names of the tests of a JUnit report that did not pass."""
    return sorted(
        f"{case.get('classname')}::{case.get('name')}"
        for case in _report(folder, "testcase")
        if {"failure", "error"} & {outcome.tag for outcome in case}
    )


def _report(folder: Path, tag: str) -> Iterator[ET.Element]:
    report = folder / "report.xml"
    if report.exists():
        yield from ET.parse(report).getroot().iter(tag)  # noqa: S314 - we wrote it
