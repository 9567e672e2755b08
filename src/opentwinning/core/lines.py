"""Documents that several people change at once: what an app tells the process with the sockets.

An app adds a :class:`Line` to ``LINES``; ``facilities.realtime`` does the talking. Everything here
is plain and blocking: the process calls it from threads.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.core import signing

from opentwinning.core.actor import Actor
from opentwinning.core.places import Place


@dataclass(frozen=True, slots=True)
class Seat:
    """One person's place at a document: which one, who writes, and how others see her."""

    key: int  # of the document
    author: int  # how the app names her in what it keeps
    name: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A kept piece of a document: a Yjs update and its number, growing within the document."""

    number: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Held:
    """All that is kept of a document. ``fold`` counts how often changes were folded into one."""

    fold: int
    whole: bytes
    changes: Sequence[Change]


class Line(Protocol):
    """One kind of document."""

    topic: str

    def admit(self, actor: Actor, ref: str) -> Seat:
        """A seat for writing, now. Raises ``Refused`` with the reason."""

    def load(self, key: int) -> Held | None:
        """Everything kept; None when the document is gone."""

    def keep(self, key: int, written: Sequence[tuple[int, bytes]]) -> list[int] | None:
        """Keep changes, each with its author; return their numbers after the commit. None when the
        document is gone."""

    def settle(self, key: int) -> None:
        """Make a version of what was written, and fold the changes into one."""

    def news(self, folds: Mapping[int, int]) -> Mapping[int, Held | None]:
        """For documents (key: the last fold known), what was kept in the last seconds; ``whole`` is
        empty while the fold is the same. None for documents that are gone."""


LINES: Place[Line] = Place("lines")

TICKET_AGE = 60  # seconds between asking for a ticket and using it
_SALT = "lines.ticket"


def ticket_for(actor: Actor, topic: str, ref: str) -> str:
    """A ticket for a minute; its signs may stand where a socket names its protocol (F2)."""
    return signing.dumps([actor.ref, topic, ref], salt=_SALT).replace(":", "~")


def ticket_of(ticket: str) -> tuple[str, str, str] | None:
    """Person (her public id), topic and document of a ticket; None for a false or old one."""
    try:
        person, topic, ref = signing.loads(ticket.replace("~", ":"), salt=_SALT, max_age=TICKET_AGE)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return str(person), str(topic), str(ref)
