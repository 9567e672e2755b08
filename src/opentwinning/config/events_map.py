"""Who emits and who listens: ``docs/events.md`` is made from the house itself (law 4)."""

import ast
from pathlib import Path

from opentwinning.core.events import listeners

PACKAGE = Path(__file__).resolve().parent.parent


def emitters() -> dict[str, set[str]]:
    """Event class name → actions modules that emit it, read from the source."""
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.glob("*/*/actions/*.py")):
        module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "emit"
                and node.args
                and isinstance(node.args[0], ast.Call)
                and isinstance(node.args[0].func, ast.Name)
            ):
                found.setdefault(node.args[0].func.id, set()).add(module)
    return found


def as_markdown() -> str:
    """The whole map as a page."""
    emitted = emitters()
    heard: dict[str, list[str]] = {}
    for event, how, listener in listeners():
        name = event.rpartition(".")[2]
        when = "in the transaction" if how == "inside" else "after the commit"
        heard.setdefault(name, []).append(f"{listener.removeprefix('opentwinning.')} ({when})")
    lines = [
        "# Events",
        "",
        "Made by `python -m opentwinning event_map`; a test keeps it true.",
        "",
        "| Fact | Emitted by | Heard by |",
        "|---|---|---|",
    ]
    for name in sorted(set(emitted) | set(heard)):
        by = "<br>".join(sorted(emitted.get(name, {"–"})))
        lines.append(f"| {name} | {by} | {'<br>'.join(heard.get(name, ['–']))} |")
    return "\n".join(lines) + "\n"
