"""`./dev venv`: nothing left to do, the script has already filled .venv."""

from tools.launcher.place import PYTHON


def main(_arguments: list[str]) -> int:
    """Say which Python it is."""
    print(PYTHON)
    return 0
