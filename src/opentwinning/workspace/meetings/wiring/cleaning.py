"""Every day what is over is forgotten."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.work import job
from opentwinning.workspace.meetings.actions import empty_meetings, purge_meetings
from opentwinning.workspace.spaces.events import SpaceEmptied


@job("meetings.purge", every=dt.timedelta(days=1))
def purge(payload: dict[str, Any]) -> None:
    """Running twice changes nothing more."""
    purge_meetings(by=SYSTEM)


@on(SpaceEmptied)
def empty(event: SpaceEmptied) -> None:
    empty_meetings(by=SYSTEM, space_id=event.space_id)
