"""The line that says who sees what is written here."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from opentwinning.core.components.contract import Component, Story, component

ICONS = {
    "self": "lock",
    "staff": "shield",
    "space": "users-round",
    "network": "handshake",
    "public": "globe",
}


@component
class WhoCanSee(Component):
    """Stands above every place to write. ``text`` names the people, “public” warns."""

    is_plain: ClassVar[bool] = True

    text: str
    reach: Literal["self", "staff", "space", "network", "public"] = "space"

    @property
    def sign(self) -> str:
        """The icon to draw."""
        return ICONS[self.reach]

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Only me", {"text": "Only you", "reach": "self"})
        yield Story("Teachers", {"text": "Only teachers of this project", "reach": "staff"})
        yield Story("Space", {"text": "Teachers and pupils of 3 schools", "reach": "space"})
        yield Story("Network", {"text": "All teachers with an account", "reach": "network"})
        yield Story("Public", {"text": "Everybody on the internet", "reach": "public"})
