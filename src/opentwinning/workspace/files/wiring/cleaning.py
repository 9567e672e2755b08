"""The trash is emptied and the disk swept every day (D15, K3)."""

import datetime as dt
from contextlib import suppress
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.core.events import on
from opentwinning.core.work import job
from opentwinning.workspace.files.actions import empty_files, forget_uploads, purge_trash
from opentwinning.workspace.files.adapters import disk, parts, remote
from opentwinning.workspace.files.queries import known_parts, unreferenced
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


@job("files.bring", every=dt.timedelta(minutes=1))
def bring_what_stayed(payload: dict[str, Any]) -> None:
    """What came while the storage elsewhere did not answer."""
    if remote.takes_new():
        with suppress(remote.Away):
            for name in disk.names_here():
                disk.bring(name)


@job("files.uploads", every=dt.timedelta(hours=1))
def forget_resting_uploads(payload: dict[str, Any]) -> None:
    """What has not arrived whole and gets no new pieces gives its room back (D12)."""
    while names := forget_uploads(by=SYSTEM, is_resting=_is_resting):
        parts.remove(*names)
    parts.sweep(ORPHAN_AGE, now().timestamp(), known_parts)


def _is_resting(part: str, moment: dt.datetime) -> bool:
    written = parts.written_at(part)
    return written is None or written < moment.timestamp()


@on(SpaceEmptied)
def empty(event: SpaceEmptied) -> None:
    empty_files(by=SYSTEM, space_id=event.space_id)
