"""Projects whose days of grace are over are deleted (row 27)."""

import datetime as dt
from typing import Any

from opentwinning.collaboration.projects.actions import delete_project
from opentwinning.collaboration.projects.queries import deletions_due
from opentwinning.core.actor import SYSTEM
from opentwinning.core.work import job


@job("projects.delete", every=dt.timedelta(hours=1))
def delete_due(payload: dict[str, Any]) -> None:
    """Each in its own transaction; what is gone is not due any more."""
    for project in deletions_due():
        delete_project(by=SYSTEM, project=project)
