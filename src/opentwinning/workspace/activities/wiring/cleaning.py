"""The trash is emptied every day; files that go for good leave their hand-ins first."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.work import job
from opentwinning.workspace.activities.actions import (
    empty_activities,
    forget_hand_in_files,
    purge_activities,
)
from opentwinning.workspace.files.events import FilesPurged
from opentwinning.workspace.spaces.events import SpaceEmptied


@job("activities.purge", every=dt.timedelta(days=1))
def empty_trash(payload: dict[str, Any]) -> None:
    """Running twice changes nothing more."""
    purge_activities(by=SYSTEM)


@on(FilesPurged)
def let_go(event: FilesPurged) -> None:
    forget_hand_in_files(by=SYSTEM, file_ids=list(event.file_ids))


@on(SpaceEmptied)
def empty(event: SpaceEmptied) -> None:
    empty_activities(by=SYSTEM, space_id=event.space_id)
