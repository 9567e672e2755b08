"""“You are in: Water around us”: where one is inside a closed space."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from opentwinning.core.components.contract import Component, Story, component


@component
class ContextBar(Component):
    """Stands at the top of every page of a space. The content slot is for clocks or acts."""

    slots: ClassVar[tuple[str, ...]] = ("content",)

    place: str
    href: str
    key: str = ""
    note: str = ""
    countries: Sequence[str] = ()
    leave_href: str = ""
    leave_label: str = ""
    lang: str = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "TwinSpace",
            {
                "place": "Water around us",
                "href": "#",
                "key": "prj_water",
                "countries": ["PT", "BG", "FI"],
                "leave_href": "#",
                "leave_label": "My projects",
            },
        )
