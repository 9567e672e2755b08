"""A message on the page: what happened, what it means, what to do next."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from opentwinning.core.components.contract import Component, Story, component

ICONS = {
    "info": "info",
    "success": "circle-check",
    "warning": "triangle-alert",
    "danger": "octagon-alert",
}


@component
class Banner(Component):
    """Danger is announced at once, the others politely."""

    slots: ClassVar[tuple[str, ...]] = ("content", "actions")

    tone: Literal["info", "success", "warning", "danger"] = "info"
    title: str = ""
    text: str = ""
    icon: str = ""
    announce: bool = False

    @property
    def sign(self) -> str:
        """The icon to draw."""
        return self.icon or ICONS[self.tone]

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Information", {"text": "Portugal has school holidays from 23 to 27 March."})
        yield Story(
            "Success",
            {"tone": "success", "title": "Sent", "text": "Your partners have a message now."},
        )
        yield Story(
            "Warning",
            {"tone": "warning", "text": "Three consents end next week."},
            {"actions": '{% component "button" label="Look at consents" size="small" href="#" %}'},
        )
        yield Story(
            "Danger",
            {
                "tone": "danger",
                "title": "Not saved",
                "text": "Your text is kept on this device. Try again in a minute.",
            },
        )
