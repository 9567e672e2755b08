"""`./dev manage …`: any Django command on the data of `./dev run`."""

import subprocess

from tools.launcher.place import DJANGO, ROOT
from tools.launcher.world import development


def main(arguments: list[str]) -> int:
    """Run the command in the foreground."""
    return subprocess.run(
        [*DJANGO, *arguments], cwd=ROOT, env=development(), check=False
    ).returncode
