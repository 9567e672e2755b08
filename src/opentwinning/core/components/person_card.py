"""A person on a card: drawing, name, place, a line about them."""

from collections.abc import Iterable
from typing import ClassVar

from opentwinning.core.components import formats
from opentwinning.core.components.contract import Component, Story, component


@component
class PersonCard(Component):
    """``key`` is the ref; it chooses the drawing unless ``picture`` gives a photo."""

    slots: ClassVar[tuple[str, ...]] = ("content", "tags", "foot")

    key: str
    name: str
    href: str = ""
    country: str = ""
    place: str = ""
    role: str = ""
    text: str = ""
    lang: str = ""
    picture: str = ""
    level: int = 3

    @property
    def where(self) -> str:
        """Town and country in words."""
        return ", ".join(
            str(part) for part in (self.place, formats.country_name(self.country)) if part
        )

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Partner",
            {
                "key": "edu_7",
                "name": "Elena Dimitrova",
                "href": "#",
                "country": "BG",
                "place": "Plovdiv",
                "role": "Primary teacher",
                "text": "Looking for a partner class for a project about water, ages 8 to 10.",
            },
            {"tags": '{% component "tag" label="Science" %}{% component "tag" label="English" %}'},
        )
