"""What every box carries along: its style sheet and the schema of its package."""

from importlib import resources

from opentwinning import core

_HERE = resources.files(__package__ or "")


def sheet() -> str:
    """The house's tokens and the few rules of the box."""
    tokens = resources.files(core) / "static" / "ot" / "styles" / "tokens.css"
    return tokens.read_text("utf-8") + (_HERE / "box.css").read_text("utf-8")


def schema() -> str:
    """JSON Schema of every file of the package."""
    return (_HERE / "schema.json").read_text("utf-8")
