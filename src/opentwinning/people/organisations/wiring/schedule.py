"""Work of registers after the request."""

import datetime as dt
from typing import Any

from opentwinning.core.work import job
from opentwinning.people.organisations.adapters import shelf


@job("organisations.sweep", every=dt.timedelta(hours=6))
def sweep(payload: dict[str, Any]) -> None:
    """Registers that were uploaded and never imported."""
    shelf.sweep()
