"""Uploads nobody came back for are forgotten."""

import datetime as dt
from typing import Any

from opentwinning.core.work import job
from opentwinning.doors.desk.adapters import shelf


@job("desk.sweep", every=dt.timedelta(hours=6))
def sweep(payload: dict[str, Any]) -> None:
    """Registers that were looked at and not imported."""
    shelf.sweep()
