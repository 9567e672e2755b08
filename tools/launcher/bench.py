"""`./dev bench`: measure the shipped server beside a bare one (benchmarks/)."""

import subprocess

from tools.launcher import catalogues
from tools.launcher.place import PYTHON, ROOT


def main(arguments: list[str]) -> int:
    """Run the benchmarks with the caller's options."""
    catalogues.compile_stale()
    return subprocess.run(
        [PYTHON, "-m", "benchmarks", *arguments], cwd=ROOT, check=False
    ).returncode
