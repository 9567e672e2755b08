"""Packages of Node that checks and journeys need: fetched once from their lock, never served."""

import fcntl
import shutil
import subprocess
from pathlib import Path

from tools.launcher.place import Missing, ensure_programs

PROGRAMS = {"node": "nodejs", "npm": "npm"}


def filled(folder: Path) -> Path:
    """Return the folder with its packages in it, as its lock says; two may ask at once."""
    ensure_programs(PROGRAMS)
    lock, stamp = folder / "package-lock.json", folder / "node_modules" / ".filled-from"
    with lock.open("rb") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
            return folder
        fetched = subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=folder, check=False, text=True, capture_output=True, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        if fetched.returncode:
            raise Missing(f"npm could not fill {folder.name}:\n{fetched.stderr}")
        shutil.copyfile(lock, stamp)
    return folder
