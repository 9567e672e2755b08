"""`./dev messages`: collect the messages of the code into the catalogues, and compile them."""

import subprocess

from tools.launcher import catalogues
from tools.launcher.place import DJANGO, ROOT, ensure_programs
from tools.launcher.world import development


def main(arguments: list[str]) -> int:
    """Update every catalogue, or only those named:  ./dev messages sl da."""
    ensure_programs({"xgettext": "gettext", "msgmerge": "gettext"})
    locales = [f"--locale={name}" for name in arguments] or ["--all"]
    result = subprocess.run(
        [*DJANGO, "makemessages", *locales, "--no-location", "--no-obsolete", "--no-wrap"],
        cwd=ROOT / "src" / "opentwinning",
        env=development(),
        check=False,
    )
    for written in catalogues.compile_stale():
        print(f"compiled {written.relative_to(ROOT)}")
    return result.returncode
