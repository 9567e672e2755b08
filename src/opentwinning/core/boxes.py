"""A project in a box (idea 9): tools of a space say what of theirs somebody takes along.

The exporter knows this list and no tool. A part answers for one reader: what she may see now,
without what is hidden after a report, lies in the trash or waits for a decision.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.utils.safestring import SafeString

from opentwinning.core import richtext
from opentwinning.core.places import Place
from opentwinning.core.text import folded
from opentwinning.core.verdicts import Text

type Record = dict[str, Any]  # one line of the package: plain values only
CHUNK = 200  # rows in memory at a time
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Content:
    """A file whose bytes go into the box."""

    ref: str
    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the site in the box; ``pieces`` are made from templates while it is written."""

    title: str
    pieces: Iterable[str]
    language: str = ""
    level: int = 1


@dataclass(slots=True)
class Packing:
    """One box on its way: whom it is for, and where its files stand in it."""

    presence: Any  # the reader's presence in the space
    address: str = ""  # of this site, for links that lead back to it
    paths: dict[str, str] = field(default_factory=dict)  # public id of a file → its place
    people: set[int] = field(default_factory=set)  # members named so far

    def person(self, member: Any) -> str:
        """The public id by which a record names somebody; she will stand in the list of people."""
        self.people.add(member.pk)
        return str(member.ref)

    def html(self, text: str) -> SafeString:
        """A text as the reader sees it, with the pictures that are in the box."""
        return richtext.rendered(text, self.beside, site=self.address)

    def beside(self, ref: str) -> str | None:
        """The address of a file from a page of the site."""
        path = self.paths.get(ref)
        return f"../{quote(path)}" if path else None


@dataclass(frozen=True, slots=True)
class BoxPart:
    """What one tool gives. ``refs``: public ids of everything in it, asked again before the box is
    handed out; ``kinds``: name of a file of the package → its records; ``sheets``: the pages people
    read; ``left_out``: names of what the reader sees and may not take along."""

    key: str
    label: Text
    refs: Callable[[Any], Iterable[str]]
    kinds: dict[str, Callable[[Packing], Iterator[Record]]]
    sheets: Callable[[Packing], Iterator[Sheet]]
    contents: Callable[[Any], Iterator[Content]] = lambda presence: iter(())
    left_out: Callable[[Any], list[str]] = lambda presence: []


BOX_PARTS: Place[BoxPart] = Place("box_parts")


def plain_name(title: str) -> str:
    """The words of a title as a name every disk can hold: “our-river”; "" without such words."""
    return _BETWEEN_WORDS.sub("-", folded(title)).strip("-")[:_LONGEST].rstrip("-")


def file_name(number: int, title: str) -> str:
    """The same with a number in front, so that none stands twice: “003-our-river”."""
    words = plain_name(title)
    return f"{number:03d}-{words}" if words else f"{number:03d}"


def moment(at: Any) -> str | None:
    """A moment as the package says it."""
    return at.isoformat() if at is not None else None
