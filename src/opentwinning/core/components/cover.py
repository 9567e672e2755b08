"""A drawn cover, always the same for the same ref: twelve patterns, eight colourways, a mirror."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from opentwinning.core.components import formats
from opentwinning.core.components.contract import Component, Story, component

PATTERNS = 12
COLOURWAYS = 8


@component
class Cover(Component):
    """Decoration only, so it says nothing to a screen reader."""

    is_plain: ClassVar[bool] = True

    key: str
    size: Literal["", "banner", "thumb"] = ""

    @property
    def pattern(self) -> str:
        """Name of the symbol in covers.svg."""
        return f"c{formats.pick(self.key, PATTERNS, salt='pattern'):02}"

    @property
    def css(self) -> str:
        """Classes with size, colourway and direction."""
        colourway = formats.pick(self.key, COLOURWAYS, salt="colour") + 1
        size = f" ot-cover--{self.size}" if self.size else ""
        mirror = " ot-cover--mirrored" if formats.pick(self.key, 2, salt="mirror") else ""
        return f"ot-cover ot-cover--{colourway}{size}{mirror}"

    @classmethod
    def stories(cls) -> Iterable[Story]:
        for number in range(18):
            yield Story(f"Ref {number}", {"key": f"prj_{number}"})
