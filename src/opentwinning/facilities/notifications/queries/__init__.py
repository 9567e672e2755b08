"""Reading one's own inbox."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.notices import KINDS
from opentwinning.facilities.notifications.models import MailHabits, Notice
from opentwinning.facilities.notifications.queries.habits import stop_token, wish_of

__all__ = ["Line", "inbox_of", "my_habits", "new_notices", "stop_token", "unread_count", "wish_of"]


@dataclass(frozen=True, slots=True)
class Line:
    """A notice as it reads today in the active language."""

    ref: str
    sentence: str
    icon: str
    url: str
    created_at: datetime
    is_new: bool


def inbox_of(actor: Actor, *, limit: int = 100) -> list[Line]:
    """The actor's notices, newest first."""
    return _lines(Notice.objects.filter(account_id=actor.account), limit)


def new_notices(actor: Actor, *, limit: int) -> list[Line]:
    """The newest notices the actor has not opened."""
    return _lines(Notice.objects.filter(account_id=actor.account, read_at=None), limit)


def _lines(notices: QuerySet[Notice], limit: int) -> list[Line]:
    return [
        Line(
            ref=row.ref,
            sentence=str(KINDS[row.kind].sentence) % row.facts,
            icon=KINDS[row.kind].icon,
            url=row.url,
            created_at=row.created_at,
            is_new=row.read_at is None,
        )
        for row in notices.order_by("-created_at", "-pk")[:limit]
        if row.kind in KINDS
    ]


def unread_count(actor: Actor) -> int:
    """How many notices are new."""
    return Notice.objects.filter(account_id=actor.account, read_at=None).count()


def my_habits(actor: Actor) -> MailHabits:
    """The actor's mail habits; the usual ones when she chose nothing."""
    found = MailHabits.objects.filter(account_id=actor.account).first()
    return found or MailHabits(account_id=actor.account)
