"""`./dev demo`: throw the demo world away and build a new one."""

import subprocess
from pathlib import Path

from tools.launcher.place import DJANGO, ROOT, Missing
from tools.launcher.world import development

COMMAND = "src/opentwinning/**/management/commands/build_demo_world.py"


def main(arguments: list[str]) -> int:
    """Empty the development data and build the demo world again."""
    if arguments:
        raise Missing("./dev demo takes no arguments.")
    env = development()
    if not env["OT_DATABASE_URL"].startswith("sqlite:///"):
        raise Missing("./dev demo only empties the SQLite database of this checkout.")
    database = Path(env["OT_DATABASE_URL"].removeprefix("sqlite:///"))
    for leftover in (database, Path(f"{database}-wal"), Path(f"{database}-shm"), sign_ins(env)):
        leftover.unlink(missing_ok=True)
    subprocess.run(
        [*DJANGO, "migrate", "--no-input", "--verbosity", "0"], cwd=ROOT, env=env, check=True
    )
    return 0 if build(env) else 1


def exists(env: dict[str, str]) -> bool:
    """Return whether this data folder has its demo world."""
    return sign_ins(env).exists()


def build(env: dict[str, str]) -> bool:
    """Build the demo world; say so when this version has none."""
    if not any(ROOT.glob(COMMAND)):
        print("This version has no demo world; the platform starts empty.", flush=True)
        return False
    print("Building the demo world …", flush=True)
    result = subprocess.run([*DJANGO, "build_demo_world"], cwd=ROOT, env=env, check=False)
    if result.returncode:
        raise Missing("The demo world could not be built (see above).")
    return True


def sign_ins(env: dict[str, str]) -> Path:
    """Return the file that lists the people of the demo world and how they sign in."""
    return Path(env["OT_DATA_DIR"]) / "demo-sign-ins.txt"
