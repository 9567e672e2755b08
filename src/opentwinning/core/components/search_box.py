"""One line to search with."""

from collections.abc import Iterable
from typing import Literal

from opentwinning.core.components.contract import Component, Story, component


@component
class SearchBox(Component):
    """A GET form; the answer is a page of its own."""

    action: str
    label: str
    name: str = "q"
    value: str = ""
    id: str = "search"
    button: str = ""
    size: Literal["", "large"] = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Find", {"action": "#", "label": "Search projects", "id": "specimen-search"})
        yield Story(
            "Large",
            {
                "action": "#",
                "label": "What are you looking for?",
                "id": "specimen-search-2",
                "size": "large",
            },
        )
