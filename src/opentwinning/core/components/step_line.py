"""Where something stands on its way: steps in order, one of them now."""

from collections.abc import Iterable
from typing import Any

from opentwinning.core.components.contract import Component, Story, component


@component
class StepLine(Component):
    """``steps``: label, state (done, current, todo, stopped) and perhaps hint and url."""

    steps: Iterable[Any]
    label: str = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Life of a project",
            {
                "steps": [
                    {"label": "Draft", "state": "done", "hint": "2 March"},
                    {"label": "Sent", "state": "done", "hint": "9 March"},
                    {"label": "Approval", "state": "current", "hint": "Usually 5 working days"},
                    {"label": "Active", "state": "todo"},
                    {"label": "Closed", "state": "todo"},
                ]
            },
        )
