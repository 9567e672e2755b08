"""A rule and whether it is met: sign and word, then what is missing."""

from collections.abc import Iterable
from typing import Literal

from .contract import Component, Story, component

ICONS = {"met": "circle-check", "unmet": "circle-x", "open": "circle", "near": "clock"}


@component
class RuleLine(Component):
    """Stands in a ``<ul class="ot-rules">`` list; draws the ``<li>`` itself."""

    text: str
    state: Literal["met", "unmet", "open", "near"] = "open"
    hint: str = ""
    href: str = ""
    action: str = ""

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
        yield Story("Open", {"text": "Project is closed", "state": "open"})
