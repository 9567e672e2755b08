"""How much is done, in words and as a bar."""

from collections.abc import Iterable
from typing import Literal

from opentwinning.core.components.contract import Component, Story, component


@component
class Progress(Component):
    """``text`` says it in words (“3 of 5 done”); the bar only repeats it."""

    value: int
    maximum: int = 100
    label: str
    text: str = ""
    tone: Literal["", "success", "warning", "danger"] = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Started",
            {"label": "Your first steps", "value": 3, "maximum": 5, "text": "3 of 5 done"},
        )
        yield Story(
            "Done",
            {"label": "Plan", "value": 5, "maximum": 5, "text": "Complete", "tone": "success"},
        )
