"""A project in a box (idea 9): tools of a space say what of theirs somebody takes along, and how
it is brought to another place.

The exporter knows this list and no tool. A part answers for one reader: what she may see now,
without what is hidden after a report, lies in the trash or waits for a decision.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.safestring import SafeString
from django.utils.translation import pgettext_lazy

from opentwinning.core import richtext
from opentwinning.core.actor import Actor
from opentwinning.core.places import Place
from opentwinning.core.text import folded
from opentwinning.core.verdicts import Invalid, Text

type Record = dict[str, Any]  # one line of the package: plain values only
CHUNK = 200  # rows in memory at a time
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")
_LONGEST = 60
_LARGEST = 2**31 - 1
_YEARS = range(1900, 2200)
_FILES = re.compile(r"\bfile:(fil_[0-9a-z]+)")
_TOO_MUCH = pgettext_lazy("box", "Something in this box is longer or larger than it may be.")


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


@dataclass(slots=True)
class Unpacking:
    """One box that is taken in: what the tools need to make its things anew, under new ids.

    ``records`` gives the lines of one kind; ``made`` holds, by their id in the box, people and
    things that exist already; ``received``: contents of files that lie on the disk."""

    by: Actor
    space: Any
    records: Callable[[str], Iterator[Record]]
    made: dict[str, Any] = field(default_factory=dict)
    received: dict[str, Any] = field(default_factory=dict)

    def text(self, text: str) -> str:
        """The same text with the new ids of its files; what stayed behind keeps its old one."""
        return _FILES.sub(self._file, text)

    def _file(self, found: re.Match[str]) -> str:
        file = self.made.get(found[1])
        return f"file:{file.ref}" if file is not None else found[0]

    def rows[M: models.Model](self, made: Iterable[tuple[str, M]]) -> list[M]:
        """Keep new rows in as few questions as may be, and know them by their old ids."""
        pairs = list(made)
        model = type(pairs[0][1]) if pairs else None
        if model is None:
            return []
        rows = cast("Any", model)._default_manager.bulk_create(
            [row for _, row in pairs], batch_size=CHUNK
        )
        self.made.update({old: row for (old, _), row in zip(pairs, rows, strict=True) if old})
        return cast("list[M]", rows)


def fitting[M: models.Model](model: type[M], **values: Any) -> M:
    """A row that is not saved yet; ``Invalid`` when a value from outside does not fit into it. The
    limits are those of the tables, which only one of our two databases keeps by itself."""
    row = model(**values)
    outside = {
        each.name for each in model._meta.concrete_fields
        if each.is_relation or each.name not in values or not values[each.name]
    }  # fmt: skip
    try:
        row.clean_fields(exclude=outside)
    except ValidationError as problem:
        raise Invalid(_TOO_MUCH) from problem
    if any(not _fits(model, name, value) for name, value in values.items()):
        raise Invalid(_TOO_MUCH)
    return row


def _fits(model: type[models.Model], name: str, value: Any) -> bool:
    """What Django leaves to the database: one takes any number, the other no zero bytes."""
    if isinstance(value, str):
        return "\0" not in value
    field = model._meta.get_field(name)
    if value is None or isinstance(field, models.BigIntegerField):
        return True
    return not isinstance(field, models.IntegerField) or abs(value) <= _LARGEST


@dataclass(frozen=True, slots=True)
class BoxPart:
    """What one tool gives. ``refs``: public ids of everything in it, asked again before the box is
    handed out; ``kinds``: name of a file of the package → its records; ``sheets``: the pages people
    read; ``left_out``: names of what the reader sees and may not take along; ``bring``: makes the
    things of a box that comes, in the transaction of all tools; without it they stay in the box.
    ``turn``: whose things others point at comes first."""

    key: str
    label: Text
    refs: Callable[[Any], Iterable[str]]
    kinds: dict[str, Callable[[Packing], Iterator[Record]]]
    sheets: Callable[[Packing], Iterator[Sheet]]
    contents: Callable[[Any], Iterator[Content]] = lambda presence: iter(())
    left_out: Callable[[Any], list[str]] = lambda presence: []
    bring: Callable[[Unpacking], None] | None = None
    turn: int = 50


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


def at(said: str | None) -> dt.datetime | None:
    """A moment that the package says."""
    return when(said) if said else None


def when(said: str) -> dt.datetime:
    """The same where there always is one. What no calendar of ours can show is refused."""
    moment = dt.datetime.fromisoformat(said).astimezone(dt.UTC)
    day(moment.date().isoformat())
    return moment


def day(said: str) -> dt.date:
    """A day that the package says."""
    found = dt.date.fromisoformat(said)
    if found.year not in _YEARS:
        raise Invalid(_TOO_MUCH)
    return found
