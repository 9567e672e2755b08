"""What happened, in order: who did what and when."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from opentwinning.core.components.contract import Component, Story, component


@component
class Timeline(Component):
    """``items``: text, and perhaps moment, by, note, icon, tone."""

    items: Iterable[Any]
    label: str = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        moment = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
        yield Story(
            "Case",
            {
                "items": [
                    {
                        "text": "Project sent for approval",
                        "by": "Elena Dimitrova",
                        "moment": moment,
                        "icon": "send",
                    },
                    {
                        "text": "Returned with a question",
                        "by": "Sofia Mendes",
                        "moment": moment,
                        "note": "Please name the second school.",
                        "icon": "undo-2",
                        "tone": "warning",
                    },
                    {
                        "text": "Approved",
                        "by": "Sofia Mendes",
                        "moment": moment,
                        "icon": "check",
                        "tone": "success",
                    },
                ]
            },
        )
