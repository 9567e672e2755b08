"""Twelve pictures to sign in with, each with its name."""

from collections.abc import Iterable, Sequence
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opentwinning.core.components.contract import Component, Story, component

PICTURES: dict[str, Promise | str] = {
    "sun": pgettext_lazy("picture", "sun"),
    "tree": pgettext_lazy("picture", "tree"),
    "fish": pgettext_lazy("picture", "fish"),
    "boat": pgettext_lazy("picture", "boat"),
    "house": pgettext_lazy("picture", "house"),
    "apple": pgettext_lazy("picture", "apple"),
    "cat": pgettext_lazy("picture", "cat"),
    "umbrella": pgettext_lazy("picture", "umbrella"),
    "key": pgettext_lazy("picture", "key"),
    "bicycle": pgettext_lazy("picture", "bicycle"),
    "kite": pgettext_lazy("picture", "kite"),
    "mountain": pgettext_lazy("picture", "mountain"),
}


@component
class PictureGrid(Component):
    """``mode="press"``: each picture is a submit button, for a choice in order, step by step.

    ``mode="tick"``: each is a checkbox, for a choice where the order does not matter.
    ``step`` and ``steps`` draw the dots “picture 2 of 3”.
    """

    legend: str
    name: str = "picture"
    mode: Literal["press", "tick"] = "press"
    chosen: Sequence[str] = ()
    step: int = 0
    steps: int = 0
    only: Sequence[str] = ()

    @property
    def pictures(self) -> list[tuple[str, Promise | str]]:
        """Name of the drawing and the word for it."""
        return [(key, word) for key, word in PICTURES.items() if not self.only or key in self.only]

    @property
    def dots(self) -> list[bool]:
        """One dot per picture of the password; true for those already chosen."""
        return [number < self.step for number in range(self.steps)]

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Press in order", {"legend": "Tap your first picture", "step": 1, "steps": 3})
        yield Story(
            "Tick three",
            {"legend": "Choose 3 pictures", "mode": "tick", "chosen": ["fish"], "name": "ticked"},
        )
