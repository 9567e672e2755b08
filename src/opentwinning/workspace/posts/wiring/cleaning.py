"""The trash is emptied every day; photos that go for good leave their posts first."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.work import job
from opentwinning.workspace.files.events import FilesPurged
from opentwinning.workspace.posts.actions import forget_photos, purge_posts


@job("posts.purge", every=dt.timedelta(days=1))
def empty_trash(payload: dict[str, Any]) -> None:
    """Running twice changes nothing more."""
    purge_posts(by=SYSTEM)


@on(FilesPurged)
def let_go(event: FilesPurged) -> None:
    forget_photos(by=SYSTEM, file_ids=list(event.file_ids))
