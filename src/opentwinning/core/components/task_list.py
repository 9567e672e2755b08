"""Parts of a longer piece of work, each with its state."""

from collections.abc import Iterable
from typing import Any

from opentwinning.core.components.contract import Component, Story, component


@component
class TaskList(Component):
    """``items``: label, url, state, tone, and perhaps hint. Without url the part waits."""

    items: Iterable[Any]
    label: str = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Project plan",
            {
                "items": [
                    {"label": "Partners", "url": "#", "state": "Done", "tone": "success"},
                    {
                        "label": "Goals",
                        "url": "#",
                        "state": "In progress",
                        "tone": "info",
                        "hint": "2 of 4 answers",
                    },
                    {"label": "Calendar", "url": "#", "state": "Not begun", "tone": "neutral"},
                    {"label": "Send for approval", "state": "Cannot begin yet", "tone": "neutral"},
                ]
            },
        )
