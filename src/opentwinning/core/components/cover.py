"""A drawn cover, always the same for the same ref: twelve patterns in six colourways."""

from collections.abc import Iterable
from typing import Literal

from . import formats
from .contract import Component, Story, component

PATTERNS = 12
COLOURWAYS = 6


@component
class Cover(Component):
    """Decoration only, so it says nothing to a screen reader."""

    key: str
    size: Literal["", "banner", "thumb"] = ""

    @property
    def pattern(self) -> str:
        """Name of the symbol in covers.svg."""
        return f"c{formats.pick(self.key, PATTERNS, salt='pattern'):02}"

    @property
    def css(self) -> str:
        """Classes with the colourway."""
        colourway = formats.pick(self.key, COLOURWAYS, salt="colour") + 1
        size = f" ot-cover--{self.size}" if self.size else ""
        return f"ot-cover ot-cover--{colourway}{size}"

    @classmethod
    def stories(cls) -> Iterable[Story]:
        for number in range(18):
            yield Story(f"Ref {number}", {"key": f"prj_{number}"})
