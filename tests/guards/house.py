"""Where the house stands: its source files by app, and the floors as a number."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "opentwinning"
FLOORS = (
    "core",
    "facilities",
    "people",
    "workspace",
    "community",
    "collaboration",
    "doors",
    "config",
)


@cache
def sources() -> tuple[Path, ...]:
    return tuple(p for p in sorted(SRC.rglob("*.py")) if "migrations" not in p.parts)


@cache
def templates() -> tuple[Path, ...]:
    return tuple(sorted(SRC.rglob("*.html"))) + tuple(sorted(SRC.rglob("templates/**/*.txt")))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def app_of(path: Path) -> tuple[str, str] | None:
    """(floor, app) of a file inside an app."""
    parts = path.relative_to(SRC).parts
    return (parts[0], parts[1]) if len(parts) > 2 and parts[0] not in {"core", "config"} else None


def apps() -> list[Path]:
    return sorted(p.parent for p in SRC.glob("*/*/apps.py"))


def name(path: Path) -> str:
    return str(path.relative_to(SRC))
