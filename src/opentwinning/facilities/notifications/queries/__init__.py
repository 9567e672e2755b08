"""Reading one's own inbox."""

from dataclasses import dataclass
from datetime import datetime

from opentwinning.core.actor import Actor
from opentwinning.core.notices import KINDS
from opentwinning.facilities.notifications.models import Notice


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
    rows = Notice.objects.filter(account_id=actor.account).order_by("-created_at", "-pk")[:limit]
    return [
        Line(
            ref=row.ref,
            sentence=str(KINDS[row.kind].sentence) % row.facts,
            icon=KINDS[row.kind].icon,
            url=row.url,
            created_at=row.created_at,
            is_new=row.read_at is None,
        )
        for row in rows
        if row.kind in KINDS
    ]


def unread_count(actor: Actor) -> int:
    """How many notices are new."""
    return Notice.objects.filter(account_id=actor.account, read_at=None).count()
