"""A fixed set of kind reactions, each a button with a name."""

from collections.abc import Iterable
from typing import Any

from opentwinning.core.components.contract import Component, Story, component


@component
class Reactions(Component):
    """``items``: name (sent), label (read), sign (icon), pressed, and perhaps count."""

    items: Iterable[Any]
    action: str

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Three",
            {
                "action": "#",
                "items": [
                    {
                        "name": "heart",
                        "label": "I like this",
                        "sign": "heart",
                        "count": 4,
                        "pressed": True,
                    },
                    {"name": "star", "label": "Well done", "sign": "star", "count": 2},
                    {"name": "smile", "label": "Funny", "sign": "smile"},
                ],
            },
        )
