"""Nothing here yet: what this place is for, why it is empty, one thing to do."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from opentwinning.core.components.contract import Component, Story, component


@component
class EmptyState(Component):
    """The content slot may hold an example or a second act."""

    slots: ClassVar[tuple[str, ...]] = ("content",)

    title: str
    text: str = ""
    action: str = ""
    href: str = ""
    icon: str = ""
    scene: Literal["nothing", "search", "done"] = "nothing"
    level: int = 2

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "First page",
            {
                "title": "No pages yet",
                "text": "Pages hold what classes make together. Begin with a greeting.",
                "action": "Write the first page",
                "href": "#",
            },
        )
        yield Story(
            "Nothing found",
            {
                "title": "No project fits",
                "text": "Remove a filter or try another word.",
                "scene": "search",
            },
        )
        yield Story(
            "All done",
            {"title": "Nothing waits for you", "text": "New work appears here.", "scene": "done"},
        )
