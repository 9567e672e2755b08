"""A word about a thing: subject, age, language. A link when it leads to more of the same."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from opentwinning.core.components.contract import Component, Story, component


@component
class Tag(Component):
    """Says what something is about. For the state of something use state_tag."""

    is_plain: ClassVar[bool] = True

    label: str
    href: str = ""
    icon: str = ""
    tone: Literal["", "accent", "blue"] = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Plain", {"label": "Geography"})
        yield Story("Link", {"label": "Ages 8–10", "href": "#"})
        yield Story("With icon", {"label": "English, Polish", "icon": "languages"})
        yield Story("Accent", {"label": "Founder", "tone": "accent"})
