"""Read the command and hand over to its module."""

import importlib
import sys

from tools.launcher.place import Missing

COMMANDS = {
    "run": ("running", "start the platform with a demo world, on this machine"),
    "demo": ("demo", "throw the demo world away and build a new one"),
    "manage": ("manage", "run a Django command:  ./dev manage migrate"),
    "test": ("testing", "run every test; with arguments, only those:  ./dev test tests/people -x"),
    "lint": ("lint", "check style, types and the laws of the house; --fix repairs what it can"),
    "bench": ("bench", "measure the shipped server beside a bare one"),
    "shots": ("shots", "photograph pages:  ./dev shots DIR / /projects/"),
    "messages": ("messages", "collect and compile the translations"),
    "lock": ("locks", "remake the locks; --upgrade lets versions move"),
    "venv": ("venv", "only make or refresh .venv"),
}


def usage() -> str:
    """Return the list of commands."""
    lines = [f"  ./dev {name:<9} {text}" for name, (_module, text) in COMMANDS.items()]
    return "\n".join(["OpenTwinning", *lines])


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    name, *rest = arguments or ["help"]
    if name in {"help", "-h", "--help"}:
        print(usage())
        return 0
    if name not in COMMANDS:
        sys.stderr.write(f"There is no command {name!r}.\n{usage()}\n")
        return 2
    module = importlib.import_module(f"tools.launcher.{COMMANDS[name][0]}")
    try:
        return int(module.main(rest))
    except Missing as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
