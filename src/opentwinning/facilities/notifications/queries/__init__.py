"""Reading one's own inbox."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.notices import KINDS
from opentwinning.core.prepared import prepared
from opentwinning.facilities.notifications.models import BouncedAddress, MailHabits, Notice
from opentwinning.facilities.notifications.queries.devices import (
    access_device,
    devices_of,
    told_kinds,
)
from opentwinning.facilities.notifications.queries.habits import named, stop_token, wish_of

__all__ = [
    "Line",
    "access_device",
    "devices_of",
    "has_bounced",
    "inbox_of",
    "my_habits",
    "named",
    "new_notices",
    "stop_token",
    "told_kinds",
    "unread_count",
    "wish_of",
]


NEWEST = 5  # on Today


@dataclass(frozen=True, slots=True)
class Line:
    """A notice as it reads today in the active language."""

    ref: str
    sentence: str
    icon: str
    url: str
    created_at: datetime
    is_new: bool


@prepared
def _unread(account: int) -> QuerySet[Notice, int]:
    mine = Notice.objects.filter(account_id=account, read_at=None).values("account_id")
    return mine.values_list(Count("pk"), flat=True)


@prepared
def _newest(account: int) -> QuerySet[Notice]:
    rows = Notice.objects.filter(account_id=account, read_at=None)
    return rows.order_by("-created_at", "-pk")[:NEWEST]


def inbox_of(actor: Actor, *, limit: int = 100) -> list[Line]:
    """The actor's notices, newest first."""
    rows = Notice.objects.filter(account_id=actor.account).order_by("-created_at", "-pk")
    return _lines(rows[:limit])


def new_notices(actor: Actor, *, limit: int = NEWEST) -> list[Line]:
    """The newest notices the actor has not opened, at most ``NEWEST``."""
    return _lines(_newest(actor.account)[:limit])


def _lines(notices: Iterable[Notice]) -> list[Line]:
    return [
        Line(
            ref=row.ref,
            sentence=KINDS[row.kind].said(row.facts),
            icon=KINDS[row.kind].icon,
            url=row.url,
            created_at=row.created_at,
            is_new=row.read_at is None,
        )
        for row in notices
        if row.kind in KINDS
    ]


def unread_count(actor: Actor) -> int:
    """How many notices are new."""
    return sum(_unread(actor.account))


def has_bounced(address: str) -> bool:
    """Mails to this address came back for good."""
    return BouncedAddress.objects.filter(address=address).exists()


def my_habits(actor: Actor) -> MailHabits:
    """The actor's mail habits; the usual ones when she chose nothing."""
    found = MailHabits.objects.filter(account_id=actor.account).first()
    return found or MailHabits(account_id=actor.account)
