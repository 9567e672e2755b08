"""`./dev lock`: remake the locks in requirements/ from pyproject.toml.

The locks name versions and hashes only. Where packages come from is the business of the machine
that installs them (docs/decisions/0002-locks-without-addresses.md).
"""

import subprocess
import sys

from tools.launcher.place import ROOT, uv

COMMON = (
    "--universal",
    "--python-version=3.12",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-index-annotation",
    "--custom-compile-command=./dev lock",
    "--quiet",
)


def main(arguments: list[str]) -> int:
    """Remake all three locks; with `--upgrade`, let every version move."""
    for target, sources in (
        ("tool.lock", ("requirements/tool.in",)),
        ("run.lock", ("pyproject.toml",)),
        ("dev.lock", ("pyproject.toml", "--group=dev", "--constraint=requirements/run.lock")),
    ):
        command = [*uv(), "pip", "compile", *sources, *COMMON, *arguments]
        result = subprocess.run(
            [*command, f"--output-file=requirements/{target}"],
            cwd=ROOT,
            check=False,
            stdout=subprocess.DEVNULL,
        )
        if result.returncode:
            sys.stderr.write(f"Could not remake requirements/{target}.\n")
            return result.returncode
        print(f"requirements/{target} is up to date.")
    return 0
