"""The state of something: icon and word, never colour alone."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from opentwinning.core.components.contract import Component, Story, component

Tone = Literal["neutral", "info", "success", "warning", "danger", "accent"]
ICONS = {
    "neutral": "circle",
    "info": "info",
    "success": "circle-check",
    "warning": "clock",
    "danger": "octagon-alert",
    "accent": "sparkles",
}


@component
class StateTag(Component):
    """``tone`` gives colour and icon; another ``icon`` may be chosen."""

    is_plain: ClassVar[bool] = True

    label: str
    tone: Tone = "neutral"
    icon: str = ""

    @property
    def sign(self) -> str:
        """The icon to draw."""
        return self.icon or ICONS[self.tone]

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Neutral", {"label": "Draft", "icon": "pencil"})
        yield Story("Information", {"label": "Sent", "tone": "info"})
        yield Story("Success", {"label": "Approved", "tone": "success"})
        yield Story("Warning", {"label": "Waiting 3 days", "tone": "warning"})
        yield Story("Danger", {"label": "Returned", "tone": "danger"})
        yield Story("Accent", {"label": "New partner", "tone": "accent"})
