"""Whether somebody is here: a dot with a shape of its own, and the word."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from opentwinning.core.components.contract import Component, Story, component


@component
class Presence(Component):
    """``word`` is read; the dot only repeats it (full, ring, square, cross)."""

    is_plain: ClassVar[bool] = True

    word: str
    state: Literal["here", "away", "help", "locked"] = "away"

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Here", {"word": "Here", "state": "here"})
        yield Story("Away", {"word": "Not yet"})
        yield Story("Help", {"word": "Needs help", "state": "help"})
        yield Story("Locked", {"word": "Card voided", "state": "locked"})
