"""`./dev test`: with no arguments everything, each part on the engines it concerns."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from tools.launcher import catalogues, lint, node
from tools.launcher.place import PYTHON, ROOT, ensure_browser, ensure_programs, environment
from tools.launcher.services import PROGRAMS, Services, private_services

EVERY_PROGRAM = {
    **PROGRAMS,
    **node.PROGRAMS,
    "openssl": "openssl",
    "xgettext": "gettext",
    "pdfinfo": "poppler-utils",
}
PARALLEL = ("-n", "2", "--dist", "loadgroup")
# Tests that share a site stay with one worker, in the order of tests/plugins/workers.py. A person
# at a browser mostly waits, so three play at once on two cores.
BY_SITE = ("-n", "3", "--dist", "loadfile", "--no-loadscope-reorder")
FEW = 3  # as many plays as may fail and be looked at once more
LONGEST = 1500.0  # seconds of one part; pytest ends a test that hangs long before (pyproject.toml)


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


def main(arguments: list[str]) -> int:
    """Run everything, or hand the arguments to pytest."""
    signal.signal(signal.SIGTERM, leave)
    catalogues.compile_stale()
    on_postgres = "--postgres" in arguments
    rest = [word for word in arguments if word != "--postgres"]
    if rest or on_postgres:
        return some(rest, on_postgres=on_postgres)
    return everything()


def leave(_number: int, _frame: FrameType | None) -> None:
    """Turn SIGTERM into an exception, so that services are removed."""
    raise SystemExit(143)


def some(arguments: list[str], *, on_postgres: bool) -> int:
    """Run pytest with the caller's arguments on one engine."""
    with ExitStack() as stack:
        services = stack.enter_context(private_services()) if on_postgres else None
        command = [PYTHON, "-m", "pytest", *arguments]
        return subprocess.run(command, cwd=ROOT, env=engine(services), check=False).returncode


def everything() -> int:
    """Run every part even when one fails, then say what came of it."""
    ensure_programs(EVERY_PROGRAM)
    ensure_browser()
    tally = Tally()
    started = time.monotonic()
    heading("House law, style and types")
    good, bad = lint.everything()
    tally.add("lint", good, bad, time.monotonic() - started)
    units = ("-m", "not journey and not fault", *PARALLEL)
    with private_services() as services:
        pytest_part(tally, "tests on SQLite", units, None)
        pytest_part(tally, "tests on PostgreSQL and Redis", units, services)
        pytest_part(
            tally, "journeys in a real browser", ("-m", "journey", *BY_SITE), None, twice=True
        )
        pytest_part(tally, "faults on SQLite", ("-m", "fault", *PARALLEL), None)
        pytest_part(tally, "faults on PostgreSQL", ("-m", "fault", *PARALLEL), services)
    heading(f"Everything took {time.monotonic() - started:.0f} s")
    print("\n".join(tally.parts), flush=True)
    if tally.unsteady:
        print(f"Failed once, then passed alone; mend: {', '.join(tally.unsteady)}", flush=True)
    skipped = f", {tally.skipped} skipped" if tally.skipped else ""
    print(f"{tally.passed} passed, {tally.failed} failed{skipped}", flush=True)
    return 1 if tally.failed or tally.skipped else 0


def heading(text: str) -> None:
    """Print the title of a part."""
    print(f"\n== {text} ==", flush=True)


def pytest_part(
    tally: Tally,
    title: str,
    arguments: tuple[str, ...],
    services: Services | None,
    *,
    twice: bool = False,
) -> None:
    """Run one part and count it. A part that ran no test has failed.

    `twice`: a few tests that failed are played once more, alone, and named whatever comes of it
    (decision 0015).
    """
    heading(title)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="ot-report-") as folder:
        report = Path(folder) / "report.xml"
        command = [PYTHON, "-m", "pytest", "-q", f"--junit-xml={report}", *arguments]
        code = ended(command, engine(services))
        passed, failed, skipped = counts(report)
        if twice and code == 1 and 0 < len(names := failures(report)) <= FEW:
            print(f"\n-- once more, alone: {', '.join(names)} --", flush=True)
            again = ["-n", "0", "--dist", "no", "--last-failed", "--last-failed-no-failures=none"]
            code = ended([*command, *again], engine(services))
            steady = failed - counts(report)[1]
            passed, failed = passed + steady, failed - steady
            tally.unsteady += [name for name in names if name not in failures(report)]
    if code and not failed:
        failed = 1
        sys.stderr.write(f"{title}: pytest ended with code {code}.\n")
    tally.add(title, passed, failed, time.monotonic() - started, skipped)


def ended(command: list[str], env: dict[str, str]) -> int:
    """Run a part to its end and return its code; one that takes too long has failed."""
    try:
        return subprocess.run(
            command, cwd=ROOT, env=env, check=False, stdin=subprocess.DEVNULL, timeout=LONGEST
        ).returncode
    except subprocess.TimeoutExpired:
        sys.stderr.write(f"Not done after {LONGEST:.0f} s, so it was ended.\n")
        return 1


def counts(report: Path) -> tuple[int, int, int]:
    """Return passed, failed and skipped of a JUnit report; nothing at all when there is none."""
    if not report.exists():
        return 0, 0, 0
    passed = failed = skipped = 0
    for suite in ET.parse(report).getroot().iter("testsuite"):  # noqa: S314 - we wrote it
        bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        out = int(suite.get("skipped", 0))
        passed += int(suite.get("tests", 0)) - bad - out
        failed += bad
        skipped += out
    return passed, failed, skipped


def failures(report: Path) -> list[str]:
    """Return the names of the tests of a JUnit report that did not pass."""
    if not report.exists():
        return []
    cases = ET.parse(report).getroot().iter("testcase")  # noqa: S314 - we wrote it
    return sorted(
        f"{case.get('classname')}::{case.get('name')}"
        for case in cases
        if {"failure", "error"} & {outcome.tag for outcome in case}
    )


def engine(services: Services | None) -> dict[str, str]:
    """Return the environment of a test run on SQLite, or on the private services."""
    env = environment()
    for name in [name for name in env if name.startswith("OT_")]:
        del env[name]  # a test must not depend on how this machine serves
    if services:
        env["OT_TEST_DATABASE_URL"] = services.database_url
        env["OT_TEST_REDIS_URL"] = services.redis_url
    env["PYTHONDONTWRITEBYTECODE"] = os.environ.get("PYTHONDONTWRITEBYTECODE", "")
    return env
