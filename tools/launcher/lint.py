"""`./dev lint`: style, house law and types, of Python, templates and browser modules."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.launcher import node
from tools.launcher.place import PYTHON, ROOT, Missing, environment

BIN = Path(PYTHON).parent
PLACES = ("src", "tools", "tests", "benchmarks")
JS = ROOT / "tools" / "js"


@dataclass(frozen=True)
class Check:
    """One tool: how to ask it, and how to let it repair."""

    name: str
    command: Callable[[], list[str]]
    repair: Callable[[], list[str]] | None = None
    folder: Path = ROOT


def main(arguments: list[str]) -> int:
    """Run every check; with `--fix`, let the tools repair first."""
    if "--fix" in arguments:
        for check in CHECKS:
            if check.repair and (command := check.repair()):
                subprocess.run(command, cwd=check.folder, check=False)
    _good, bad = everything()
    return 1 if bad else 0


def everything() -> tuple[int, int]:
    """Run every check, two at a time, and return how many agreed and how many did not."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(run, CHECKS))
    for check, (code, output) in zip(CHECKS, results, strict=True):
        print(f"{'ok    ' if code == 0 else 'FAILED'} {check.name}", flush=True)
        if code:
            sys.stdout.write(f"{output.rstrip()}\n")
    bad = sum(1 for code, _output in results if code)
    return len(results) - bad, bad


def run(check: Check) -> tuple[int, str]:
    """Run one check and return its code and everything it said."""
    try:
        command = check.command()
    except Missing as missing:
        return 1, str(missing)
    if not command:
        return 0, ""
    result = subprocess.run(
        command,
        cwd=check.folder,
        env=environment(OT_MODE="test", OT_SECRET_KEY="x" * 50, NO_COLOR="1"),
        check=False,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return result.returncode, result.stdout


def existing(*command: str) -> list[str]:
    """Return a command followed by the places there are."""
    return [*command, *(place for place in PLACES if (ROOT / place).exists())]


def over_templates(*options: str) -> list[str]:
    """Return the command that lays out every template."""
    templates = sorted(str(path) for path in ROOT.glob("src/**/templates/**/*.html"))
    command = [str(BIN / "djade"), "--target-version", "6.1", *options, *templates]
    return command if templates else []


def over_browser_modules() -> list[str]:
    """Return the command that checks the types of our own browser modules."""
    modules = (path for path in ROOT.glob("src/**/static/ot/**/*.js") if "vendor" not in path.parts)
    if not any(modules):
        return []
    node.filled(JS)
    return ["node", "node_modules/typescript/bin/tsc", "--project", "tsconfig.json"]


CHECKS = (
    Check("types (mypy)", lambda: [PYTHON, "-m", "mypy"]),
    Check(
        "style (ruff check)",
        lambda: existing(PYTHON, "-m", "ruff", "check", "--quiet"),
        lambda: existing(PYTHON, "-m", "ruff", "check", "--fix", "--quiet"),
    ),
    Check(
        "layout (ruff format)",
        lambda: existing(PYTHON, "-m", "ruff", "format", "--check", "--quiet"),
        lambda: existing(PYTHON, "-m", "ruff", "format", "--quiet"),
    ),
    Check("floors and rooms (import-linter)", lambda: [str(BIN / "lint-imports"), "--no-logo"]),
    Check("templates (djade)", lambda: over_templates("--check"), over_templates),
    Check("browser modules (tsc)", over_browser_modules, folder=JS),
)
