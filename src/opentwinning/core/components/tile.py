"""A large place to press: pupils' start, doors of the portal, starting points."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from opentwinning.core.components.contract import Component, Story, component


@component
class Tile(Component):
    """Never more than six together. ``size="huge"`` for pupils under ten."""

    is_plain: ClassVar[bool] = True

    label: str
    href: str
    icon: str = ""
    hint: str = ""
    count: str = ""
    tone: Literal["blue", "plum", "green", "amber", "teal", "coral"] = "blue"
    size: Literal["", "huge"] = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Plain",
            {
                "label": "Activities",
                "href": "#",
                "icon": "list-checks",
                "hint": "2 to do this week",
            },
        )
        for label, icon, tone in (
            ("Today", "sun", "amber"),
            ("Our friends", "users-round", "plum"),
            ("My things", "backpack", "teal"),
        ):
            yield Story(
                f"Huge: {label}",
                {"label": label, "href": "#", "icon": icon, "tone": tone, "size": "huge"},
            )
