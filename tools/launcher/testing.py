"""`./dev test`: with no arguments everything, each part on the engines it concerns."""

import signal
import subprocess
import time
from contextlib import ExitStack
from types import FrameType

from tools.launcher import catalogues, lint, node
from tools.launcher.parts import Part, Tally, play
from tools.launcher.place import PYTHON, ROOT, ensure_browser, ensure_programs, environment
from tools.launcher.services import PROGRAMS, Services, private_services

EVERY_PROGRAM = {
    **PROGRAMS,
    **node.PROGRAMS,
    "openssl": "openssl",
    "xgettext": "gettext",
    "pdfinfo": "poppler-utils",
    "turnserver": "coturn",
}
PARALLEL = ("-n", "2", "--dist", "loadgroup")
UNITS = ("-m", "not journey and not fault", *PARALLEL)
FAULTS = ("-m", "fault", *PARALLEL)
# Tests that share a site stay with one worker, in the order of tests/plugins/workers.py. A person
# at a browser mostly waits, so three play at once on two cores.
JOURNEYS = ("-m", "journey", "-n", "3", "--dist", "loadfile", "--no-loadscope-reorder")


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
    """Run every part even when one fails, then say what came of it.

    Plays and faults mostly wait: for a browser, for a process that starts. So they run beside the
    tests that only compute, which leave them the processor.
    """
    ensure_programs(EVERY_PROGRAM)
    ensure_browser()
    tally = Tally()
    started = time.monotonic()
    print("\n== House law, style and types ==", flush=True)
    good, bad = lint.everything()
    tally.add("lint", good, bad, time.monotonic() - started)
    with private_services() as services:
        small, large = engine(None), engine(services)
        play(
            tally,
            [
                Part("journeys in a real browser", JOURNEYS, small, twice=True),
                Part("faults on SQLite", FAULTS, small),
                Part("faults on PostgreSQL", FAULTS, large),
            ],
            [
                Part("tests on SQLite", UNITS, small, modest=True),
                Part("tests on PostgreSQL and Redis", UNITS, large, modest=True),
            ],
        )
    print(f"\n== Everything took {time.monotonic() - started:.0f} s ==", flush=True)
    print("\n".join(tally.parts), flush=True)
    if tally.unsteady:
        print(f"Failed once, then passed alone; mend: {', '.join(tally.unsteady)}", flush=True)
    skipped = f", {tally.skipped} skipped" if tally.skipped else ""
    print(f"{tally.passed} passed, {tally.failed} failed{skipped}", flush=True)
    return 1 if tally.failed or tally.skipped else 0


def engine(services: Services | None) -> dict[str, str]:
    """Return the environment of a test run on SQLite, or on the private services."""
    env = environment()
    for name in [name for name in env if name.startswith("OT_")]:
        del env[name]  # a test must not depend on how this machine serves
    if services:
        env["OT_TEST_DATABASE_URL"] = services.database_url
        env["OT_TEST_REDIS_URL"] = services.redis_url
    return env
