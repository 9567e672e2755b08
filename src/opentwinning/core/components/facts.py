"""Short facts about a thing: name and value, side by side."""

from collections.abc import Iterable
from typing import Any, Literal

from opentwinning.core.components.contract import Component, Story, component


@component
class Facts(Component):
    """``rows`` are pairs (name, value); empty values are left out."""

    rows: Iterable[tuple[str, Any]]
    layout: Literal["", "stacked", "columns"] = ""

    @property
    def known(self) -> list[tuple[str, Any]]:
        """The rows that have a value."""
        return [(name, value) for name, value in self.rows or () if value not in (None, "")]

    @classmethod
    def stories(cls) -> Iterable[Story]:
        rows = [("Ages", "8 to 10"), ("Language", "English"), ("Begins", "3 March"), ("Ends", "")]
        yield Story("Beside", {"rows": rows})
        yield Story("In columns", {"rows": rows, "layout": "columns"})
