"""The trash is emptied every day."""

import datetime as dt
from typing import Any

from opentwinning.community.comments.actions import purge_comments
from opentwinning.core.actor import SYSTEM
from opentwinning.core.work import job


@job("comments.purge", every=dt.timedelta(days=1))
def empty_trash(payload: dict[str, Any]) -> None:
    """Running twice changes nothing more."""
    purge_comments(by=SYSTEM)
