"""A small menu behind a button. Works without script as an opened list."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from opentwinning.core.components.contract import Component, Story, component


@component
class Menu(Component):
    """Fill the content with links and post buttons, each in an ``<li>``."""

    slots: ClassVar[tuple[str, ...]] = ("content",)

    label: str
    icon: str = "ellipsis"
    label_hidden: bool = False
    side: Literal["end", "start"] = "end"

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Acts on a page",
            {"label": "More acts"},
            {"content": '<li><a href="#">Move to …</a></li><li><a href="#">History</a></li>'},
        )
