"""Kinds of notice: declared in ``wiring/notices.py``, delivered by ``facilities.notifications``.

A kind says one sentence (with named placeholders filled from the notice's facts) and which mail
template goes with it, if any.
"""

from collections.abc import Callable
from dataclasses import dataclass

from opentwinning.core.verdicts import Text


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where and in which language an adult reads. Pupils get no mail (G8)."""

    account_id: int
    address: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """``sentence`` such as "%(title)s was approved."; ``mail`` a template path or ""."""

    key: str
    sentence: Text
    icon: str = "bell"
    mail: str = ""


KINDS: dict[str, NoticeKind] = {}
_lookup: Callable[[list[int]], list[Recipient]] | None = None


def declare_notice(kind: NoticeKind) -> NoticeKind:
    """Register one kind; a key stands once."""
    if kind.key in KINDS:
        raise ValueError(f"notice kind {kind.key} declared twice")
    KINDS[kind.key] = kind
    return kind


def plug_people(lookup: Callable[[list[int]], list[Recipient]]) -> None:
    """Called once by ``people.accounts``: who is behind these account ids."""
    global _lookup  # noqa: PLW0603 - a port, set once at start
    _lookup = lookup


def recipients(account_ids: list[int]) -> list[Recipient]:
    """Active people among the ids."""
    if _lookup is None:
        raise RuntimeError("nobody told notices where people live")
    return _lookup(account_ids)
