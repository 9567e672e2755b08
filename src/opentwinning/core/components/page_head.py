"""The top of a page: its one h1, a line about it, its acts."""

from collections.abc import Iterable
from typing import ClassVar

from opentwinning.core.components.contract import Component, Story, component


@component
class PageHead(Component):
    """Exactly one per page. The first act may be primary."""

    slots: ClassVar[tuple[str, ...]] = ("content", "actions", "tags")

    title: str
    lead: str = ""
    eyebrow: str = ""
    lang: str = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "List",
            {"title": "My projects", "lead": "Three are active, one waits for you."},
            {"actions": '{% component "button" label="New project" kind="primary" href="#" %}'},
        )
