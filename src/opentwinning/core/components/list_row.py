"""One row of a list: what it is, a line about it, acts at the end."""

from collections.abc import Iterable
from typing import ClassVar

from opentwinning.core.components.contract import Component, Story, component


@component
class ListRow(Component):
    """Stands in a ``<ul class="ot-rows">``; draws the ``<li>`` itself."""

    slots: ClassVar[tuple[str, ...]] = ("content", "lead", "tags", "actions")

    title: str
    href: str = ""
    text: str = ""
    meta: str = ""
    icon: str = ""
    avatar: str = ""
    picture: str = ""
    country: str = ""
    lang: str = ""
    unread: bool = False

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Conversation",
            {
                "title": "Aoife Byrne",
                "href": "#",
                "text": "Shall we meet on Tuesday?",
                "meta": "10:42",
                "avatar": "edu_4",
                "country": "IE",
                "unread": True,
            },
        )
        yield Story(
            "With acts",
            {"title": "River log 3B", "icon": "file-text", "meta": "Page · changed yesterday"},
            {
                "actions": '{% component "button" label="Open" size="small" href="#" %}',
                "tags": '{% component "state_tag" label="Published" tone="success" %}',
            },
        )
