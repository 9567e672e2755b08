"""The trash is emptied and the disk swept every day (D15, K3)."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.core.events import on
from opentwinning.core.work import job
from opentwinning.workspace.files.actions import empty_files, purge_trash
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.queries import unreferenced
from opentwinning.workspace.spaces.events import SpaceEmptied

ORPHAN_AGE = dt.timedelta(days=1).total_seconds()


@job("files.purge", every=dt.timedelta(days=1))
def empty_trash(payload: dict[str, Any]) -> None:
    """Rows first, contents after the commit."""
    while names := purge_trash(by=SYSTEM):
        disk.remove(*names)


@job("files.sweep", every=dt.timedelta(days=1))
def sweep_orphans(payload: dict[str, Any]) -> None:
    """Remove contents that no row names: uploads that died half-way."""
    moment = now().timestamp()
    disk.sweep_incoming(ORPHAN_AGE, moment)
    old = disk.stored_names_older_than(ORPHAN_AGE, moment)
    disk.remove(*unreferenced(old))


@on(SpaceEmptied)
def empty(event: SpaceEmptied) -> None:
    empty_files(by=SYSTEM, space_id=event.space_id)
