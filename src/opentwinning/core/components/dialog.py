"""One clear question. A native dialog, opened by a button with data-ot-open="its id"."""

from collections.abc import Iterable
from typing import ClassVar

from opentwinning.core.components.contract import Component, Story, component


@component
class Dialog(Component):
    """Only for acts that cannot be undone, or to choose something without leaving the page."""

    slots: ClassVar[tuple[str, ...]] = ("content", "actions")

    id: str
    title: str

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Close the project",
            {"id": "specimen-dialog", "title": "Close this project?"},
            {
                "content": "<p>Partners can read it, but nobody can write any more.</p>",
                "actions": '{% component "button" label="Close project" kind="danger" %}',
            },
        )
