"""Every day what is over is deleted: trash after thirty days, messages after ninety (H5)."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.work import job
from opentwinning.workspace.chats.actions import empty_chats, purge_chats
from opentwinning.workspace.spaces.events import SpaceEmptied


@job("chats.purge", every=dt.timedelta(days=1))
def purge(payload: dict[str, Any]) -> None:
    """Running twice changes nothing more."""
    purge_chats(by=SYSTEM)


@on(SpaceEmptied)
def empty(event: SpaceEmptied) -> None:
    empty_chats(by=SYSTEM, space_id=event.space_id)
