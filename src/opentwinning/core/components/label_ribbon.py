"""An awarded label: drawn as a rosette, said in words."""

from collections.abc import Iterable
from typing import Literal

from opentwinning.core.components.contract import Component, Story, component


@component
class LabelRibbon(Component):
    """``level`` chooses the colour; the words say the same."""

    label: str
    note: str = ""
    href: str = ""
    level: Literal["national", "european", "school", "prize"] = "national"

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("National", {"label": "National quality label", "note": "Portugal, 2026"})
        yield Story(
            "European",
            {"label": "European quality label", "note": "2026", "level": "european", "href": "#"},
        )
        yield Story("School", {"label": "School label", "note": "2026–2028", "level": "school"})
        yield Story(
            "Prize", {"label": "First prize, ages 4 to 11", "note": "2025", "level": "prize"}
        )
