"""The trash is emptied every day."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.work import job
from opentwinning.workspace.calendar.actions import empty_calendar, forget_feed, purge_events
from opentwinning.workspace.spaces.events import MemberLeft, SpaceEmptied


@job("calendar.purge", every=dt.timedelta(days=1))
def empty_trash(payload: dict[str, Any]) -> None:
    """Running twice changes nothing more."""
    purge_events(by=SYSTEM)


@on(SpaceEmptied)
def empty(event: SpaceEmptied) -> None:
    empty_calendar(by=SYSTEM, space_id=event.space_id)


@on(MemberLeft)
def end_address(event: MemberLeft) -> None:
    forget_feed(by=SYSTEM, member_id=event.member_id)
