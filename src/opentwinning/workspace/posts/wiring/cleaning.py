"""The trash is emptied every day; photos that go for good leave their posts first."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.work import job
from opentwinning.workspace.files.events import FilesPurged
from opentwinning.workspace.posts.actions import empty_posts, forget_photos, purge_posts
from opentwinning.workspace.spaces.events import SpaceEmptied


@job("posts.purge", every=dt.timedelta(days=1))
def empty_trash(payload: dict[str, Any]) -> None:
    """Running twice changes nothing more."""
    purge_posts(by=SYSTEM)


@on(FilesPurged)
def let_go(event: FilesPurged) -> None:
    forget_photos(by=SYSTEM, file_ids=list(event.file_ids))


@on(SpaceEmptied)
def empty(event: SpaceEmptied) -> None:
    empty_posts(by=SYSTEM, space_id=event.space_id)
