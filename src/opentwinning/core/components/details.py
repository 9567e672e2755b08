"""Something more for those who want it."""

from collections.abc import Iterable
from typing import ClassVar

from opentwinning.core.components.contract import Component, Story, component


@component
class Details(Component):
    """Closed at first. Never hide what most people need."""

    slots: ClassVar[tuple[str, ...]] = ("content",)

    summary: str
    open: bool = False

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Closed",
            {"summary": "Why do we ask this?"},
            {"content": "<p>So that schools can find you.</p>"},
        )
        yield Story(
            "Open",
            {"summary": "What happens next", "open": True},
            {"content": "<p>Two support organisations read your plan.</p>"},
        )
