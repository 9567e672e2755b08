"""A rule and whether it is met: sign and word, then what is missing."""

from collections.abc import Iterable
from typing import Literal

from opentwinning.core.components.contract import Component, Story, component

ICONS = {"met": "circle-check", "unmet": "circle-x", "open": "circle", "near": "clock"}


@component
class RuleLine(Component):
    """Stands in a ``<ul class="ot-rules">`` list; draws the ``<li>`` itself.

    ``words="task"`` says “Done” and “To do” instead of “Yes” and “Missing”.
    """

    text: str
    state: Literal["met", "unmet", "open", "near"] = "open"
    hint: str = ""
    href: str = ""
    action: str = ""
    words: Literal["rule", "task"] = "rule"

    @property
    def sign(self) -> str:
        """The icon to draw."""
        return ICONS[self.state]

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Met", {"text": "Two schools of different countries", "state": "met"})
        yield Story(
            "Not met",
            {
                "text": "A result that everybody can see",
                "state": "unmet",
                "hint": "Publish at least one page.",
                "href": "#",
                "action": "Publish a page",
            },
        )
        yield Story("Task", {"text": "Add your school", "state": "met", "words": "task"})
        yield Story("Open", {"text": "Project is closed", "state": "open"})
