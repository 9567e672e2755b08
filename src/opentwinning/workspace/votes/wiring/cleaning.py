"""The trash is emptied every day."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.work import job
from opentwinning.workspace.spaces.events import SpaceEmptied
from opentwinning.workspace.votes.actions import empty_polls, purge_polls


@job("votes.purge", every=dt.timedelta(days=1))
def empty_trash(payload: dict[str, Any]) -> None:
    """Running twice changes nothing more."""
    purge_polls(by=SYSTEM)


@on(SpaceEmptied)
def empty(event: SpaceEmptied) -> None:
    empty_polls(by=SYSTEM, space_id=event.space_id)
