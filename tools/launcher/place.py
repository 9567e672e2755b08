"""Where things are, and how to start the programs the launcher needs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sys.executable
DJANGO = (PYTHON, "-m", "opentwinning")
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


class Missing(Exception):
    """Something the machine lacks; the message is a sentence for the person at the keyboard."""


def environment(**changes: str) -> dict[str, str]:
    """Return this process' environment with changes, ready for a Django process of ours."""
    chosen = dict(os.environ)
    chosen.setdefault("DJANGO_SETTINGS_MODULE", "opentwinning.config.settings")
    chosen["PYTHONUNBUFFERED"] = "1"
    # A run starts dozens of Pythons: what one has compiled, the next need not, wherever that may
    # be written. It stays out of the sources, which the machine may want to keep as they are.
    chosen.pop("PYTHONDONTWRITEBYTECODE", None)
    chosen.setdefault("PYTHONPYCACHEPREFIX", str(ROOT / ".tools/bytecode"))
    chosen.update(changes)
    return chosen


def is_root() -> bool:
    """Return whether we may install system packages and must not run a database as ourselves."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def uv() -> list[str]:
    """Return the command that runs uv: the machine's own, else the one in .tools."""
    for command in ("uv", str(ROOT / ".tools/uv/bin/uv")):
        found = shutil.which(command)
        if found and run_quietly([found, "--version"]) == 0:
            return [found]
    raise Missing("uv is not here: remove .venv and start ./dev again, it fetches one.")


def run_quietly(command: list[str]) -> int:
    """Run a command without its voice and return its exit code."""
    return subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ).returncode


def ensure_programs(wanted: dict[str, str]) -> None:
    """Install the Debian packages behind missing programs, or say plainly what is missing.

    `wanted` maps the program to its package. Only root on a machine with apt-get installs.
    """
    missing = {program: package for program, package in wanted.items() if not find(program)}
    if not missing:
        return
    packages = sorted(set(missing.values()))
    if is_root() and shutil.which("apt-get"):
        print(f"Installing system packages: {' '.join(packages)}", flush=True)
        apt_install(packages)
        missing = {program: package for program, package in missing.items() if not find(program)}
    if missing:
        programs = ", ".join(sorted(missing))
        raise Missing(
            f"Not on this machine: {programs}.\n"
            f"Install with:  sudo apt-get install {' '.join(sorted(set(missing.values())))}"
        )


def ensure_browser() -> None:
    """See to it that one of the browsers is here, if possible the one that is all engine.

    Around each page a whole Chromium draws a window nobody sees, which costs a second of the
    processor for each person of a play; the shell costs a fifth of that.
    """
    if not shutil.which(BROWSERS[0]) and is_root() and shutil.which("apt-get"):
        print(f"Installing system packages: {BROWSERS[0]}", flush=True)
        apt_install([BROWSERS[0]])
    if not any(map(shutil.which, BROWSERS)):
        ensure_programs({"chromium": "chromium"})


def apt_install(packages: list[str]) -> None:
    """Install Debian packages without questions; the caller checks what came of it."""
    quiet = environment(DEBIAN_FRONTEND="noninteractive")
    for command in (
        ["apt-get", "-qq", "update"],
        ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages],
    ):
        subprocess.run(
            command, env=quiet, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )


def find(program: str) -> str | None:
    """Return the path of a program; PostgreSQL's server programs hide outside the PATH."""
    found = shutil.which(program)
    if found:
        return found
    versions = Path("/usr/lib/postgresql").glob(f"*/bin/{program}")
    newest = max(versions, key=lambda path: int(path.parts[4]), default=None)
    return str(newest) if newest else None
