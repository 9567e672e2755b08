"""What was deleted long enough ago goes, and what was said about things that are gone."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.work import job
from opentwinning.workspace.remarks.actions import empty_remarks, purge_remarks
from opentwinning.workspace.spaces.events import SpaceEmptied


@job("remarks.purge", every=dt.timedelta(days=1))
def empty_trash(payload: dict[str, Any]) -> None:
    """Running twice changes nothing more."""
    purge_remarks(by=SYSTEM)


@on(SpaceEmptied)
def empty(event: SpaceEmptied) -> None:
    empty_remarks(by=SYSTEM, space_id=event.space_id)
