"""A drawn person: one of forty-eight, always the same for the same ref."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from opentwinning.core.components import formats
from opentwinning.core.components.contract import Component, Story, component

DRAWINGS = 48


@component
class Avatar(Component):
    """The drawing is decoration; the name stands beside it unless ``alone`` is set."""

    is_plain: ClassVar[bool] = True

    key: str
    name: str = ""
    country: str = ""
    size: Literal["", "small", "large", "huge"] = ""
    picture: str = ""
    alone: bool = False

    @property
    def person(self) -> str:
        """Name of the symbol in people.svg."""
        return f"p{formats.pick(self.key, DRAWINGS):02}"

    @classmethod
    def stories(cls) -> Iterable[Story]:
        for number in range(48):
            yield Story(f"Ref {number}", {"key": f"edu_{number}", "size": "large"})
        yield Story("With country", {"key": "edu_1", "name": "Elena", "country": "BG"})
        yield Story("Small", {"key": "edu_2", "size": "small"})
        yield Story("Huge", {"key": "edu_3", "size": "huge", "country": "SE"})
