"""A sign-in card for one pupil, eight on a sheet of paper."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.safestring import SafeString

from opentwinning.core.components.contract import Component, Story, component


@component
class PrintCard(Component):
    """``qr`` is the SVG of the code. ``code`` can be typed instead; ``pictures`` may be shown."""

    name: str
    group: str
    code: str
    address: str
    qr: Any = ""
    key: str = ""
    school: str = ""
    advice: str = ""
    pictures: Sequence[str] = ()

    @classmethod
    def stories(cls) -> Iterable[Story]:
        module = "".join(
            f'<rect x="{x}" y="{y}" width="1" height="1"/>'
            for x in range(21)
            for y in range(21)
            if (x * 7 + y * 13 + x * y) % 3 == 0
        )
        yield Story(
            "One pupil",
            {
                "name": "Otter 12",
                "group": "Class 3B",
                "school": "Plovdiv Primary School",
                "code": "RIVER-4821",
                "address": "twin.example/enter",
                "key": "pup_12",
                "qr": SafeString(f'<svg viewBox="0 0 21 21" aria-hidden="true">{module}</svg>'),
            },
        )
