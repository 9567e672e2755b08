"""Kinds of notice: declared in ``wiring/notices.py``, delivered by ``facilities.notifications``.

A kind says one sentence (with named placeholders filled from the notice's facts) and which mail
template goes with it, if any.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from opentwinning.core.actor import Actor
from opentwinning.core.components.formats import day_in_words
from opentwinning.core.verdicts import Text


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where and in which language an adult reads. Pupils get no mail (G8)."""

    account_id: int
    address: str
    name: str
    language: str
    time_zone: str = ""


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """``sentence`` such as "%(title)s was approved."; ``mail`` a template path or ""."""

    key: str
    sentence: Text
    icon: str = "bell"
    mail: str = ""
    is_vital: bool = False  # mailed at once, whatever the reader chose: safety, decisions about her

    def said(self, facts: Mapping[str, Any]) -> str:
        """The sentence with its facts, in the language that is active."""
        return str(self.sentence) % in_words(facts)

    def sample(self) -> str:
        """The sentence with dots for its facts: what the reader knows this kind by."""
        return str(self.sentence) % defaultdict(lambda: "…")


def in_words(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as a sentence or a mail says them. They are kept without a language: one whose name
    ends with ``_on`` is a day ("2026-12-22", or "" for none) and becomes “22 December”."""
    return {
        name: day_in_words(dt.date.fromisoformat(value), weekday=False)
        if name.endswith("_on") and value
        else value
        for name, value in facts.items()
    }


KINDS: dict[str, NoticeKind] = {}
# Areas by the first part of their kinds' keys: what a reader chooses the pace of her mails for.
AREAS: dict[str, Text] = {}
# Areas whose news wait for the daily mail unless their reader says otherwise.
CALM_AREAS: set[str] = set()
_lookup: Callable[[list[int]], list[Recipient]] | None = None
_reader: Callable[[int], Actor | None] | None = None


def declare_notice(kind: NoticeKind) -> NoticeKind:
    """Register one kind; a key stands once."""
    if kind.key in KINDS:
        raise ValueError(f"notice kind {kind.key} declared twice")
    KINDS[kind.key] = kind
    return kind


def declare_area(area: str, label: Text, *, is_calm: bool = False) -> None:
    """Name an area for its readers. The mails of a calm one come once a day unless the reader says
    otherwise."""
    AREAS[area] = label
    if is_calm:
        CALM_AREAS.add(area)


def area_of(key: str) -> str:
    """The area of a kind: "projects.approved" belongs to "projects"."""
    return key.partition(".")[0]


def area_label(area: str) -> Text:
    """What the area is called."""
    return AREAS.get(area, area)


def mailed_areas() -> list[tuple[str, Text]]:
    """Areas that send mails the reader may pace, named, in the order they were declared."""
    sending = {area_of(kind.key) for kind in KINDS.values() if kind.mail and not kind.is_vital}
    known = [area for area in AREAS if area in sending]
    return [(area, area_label(area)) for area in [*known, *sorted(sending - set(known))]]


def paced_kinds(area: str) -> list[NoticeKind]:
    """Kinds of an area whose mails the reader may pace, in the order they were declared."""
    return [
        kind
        for kind in KINDS.values()
        if area_of(kind.key) == area and kind.mail and not kind.is_vital
    ]


def plug_people(lookup: Callable[[list[int]], list[Recipient]]) -> None:
    """Called once by ``people.accounts``: who is behind these account ids."""
    global _lookup  # noqa: PLW0603 - a port, set once at start
    _lookup = lookup


def recipients(account_ids: list[int]) -> list[Recipient]:
    """Active people among the ids."""
    if _lookup is None:
        raise RuntimeError("nobody told notices where people live")
    return _lookup(account_ids)


def plug_reader(reader: Callable[[int], Actor | None]) -> None:
    """Called once by ``people.accounts``: an account id as an actor with the rights of now."""
    global _reader  # noqa: PLW0603 - a port, set once at start
    _reader = reader


def reader(account_id: int) -> Actor | None:
    """Who reads with this account; None when it is closed or suspended."""
    if _reader is None:
        raise RuntimeError("nobody told notices who reads them")
    return _reader(account_id)
