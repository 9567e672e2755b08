"""A card: one thing, its name, a little text, perhaps acts below."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from opentwinning.core.components.contract import Component, Story, component


@component
class Card(Component):
    """With ``href`` the whole card can be pressed; the link itself is the title only."""

    slots: ClassVar[tuple[str, ...]] = ("content", "tags", "foot", "lead")

    title: str = ""
    href: str = ""
    eyebrow: str = ""
    meta: str = ""
    text: str = ""
    icon: str = ""
    tone: Literal["", "info", "success", "warning", "danger", "accent", "quiet"] = ""
    level: int = 3
    lang: str = ""
    css: str = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "A link",
            {"title": "Water around us", "href": "#", "text": "Five schools measure their rivers."},
        )
        yield Story(
            "With acts",
            {
                "title": "Invitation from Aoife",
                "eyebrow": "New",
                "meta": "Galway, Ireland",
                "icon": "mail",
            },
            {
                "content": "<p>Would your class like to plan a spring project with us?</p>",
                "foot": '{% component "button" label="Accept" kind="primary" size="small" %}'
                '{% component "button" label="Decline" kind="quiet" size="small" %}',
            },
        )
