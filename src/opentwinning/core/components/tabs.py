"""A few neighbouring views of the same thing; each is a page of its own."""

from collections.abc import Iterable
from typing import Any

from opentwinning.core.components.contract import Component, Story, component


@component
class Tabs(Component):
    """``items``: label, url, current, and perhaps count. Never more than five."""

    items: Iterable[Any]
    label: str

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Projects",
            {
                "label": "My projects",
                "items": [
                    {"label": "Active", "url": "#", "current": True, "count": 3},
                    {"label": "Drafts", "url": "#", "count": 1},
                    {"label": "Archived", "url": "#"},
                ],
            },
        )
