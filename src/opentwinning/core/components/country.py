"""A country: its code as a small chip and its name in the reader's language. No flags."""

from collections.abc import Iterable
from typing import ClassVar

from opentwinning.core.components import formats
from opentwinning.core.components.contract import Component, Story, component


@component
class Country(Component):
    """``short`` shows the chip alone; the name is then read aloud and shown on hover."""

    is_plain: ClassVar[bool] = True

    code: str
    short: bool = False

    @property
    def name(self) -> str:
        """Name in the reader's language."""
        return formats.country_name(self.code)

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("With name", {"code": "PT"})
        yield Story("Short", {"code": "EL", "short": True})
