"""A card with a drawn cover: projects, kits, events, pages."""

from collections.abc import Iterable
from typing import ClassVar

from opentwinning.core.components.contract import Component, Story, component


@component
class CoverCard(Component):
    """``key`` (the ref) chooses the drawing; ``picture`` is the address of a photo instead."""

    slots: ClassVar[tuple[str, ...]] = ("content", "tags", "foot")

    title: str
    key: str
    href: str = ""
    text: str = ""
    meta: str = ""
    lang: str = ""
    countries: Iterable[str] = ()
    label: str = ""
    state: str = ""
    state_tone: str = "neutral"
    picture: str = ""
    level: int = 3

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Project",
            {
                "title": "Water around us",
                "key": "prj_water",
                "href": "#",
                "text": "Classes in three countries measure their rivers and compare them.",
                "countries": ["PT", "BG", "FI"],
                "meta": "Ages 8–10 · Science",
                "label": "Quality label",
            },
        )
        yield Story(
            "With a state",
            {
                "title": "Recipes of our grandmothers",
                "key": "prj_recipe",
                "href": "#",
                "countries": ["IT", "PL"],
                "state": "Waiting for approval",
                "state_tone": "warning",
            },
        )
