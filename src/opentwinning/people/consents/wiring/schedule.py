"""A "yes" ends with its last day; teachers are told a month before."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.work import job
from opentwinning.people.consents.actions import ask_again, end_overdue


@job("consents.end", every=dt.timedelta(hours=1))
def end(payload: dict[str, Any]) -> None:
    """Batch by batch, each a transaction of its own."""
    while end_overdue(by=SYSTEM):
        pass


@job("consents.remind", every=dt.timedelta(days=1))
def remind(payload: dict[str, Any]) -> None:
    """One notice a class, before the first of its answers ends."""
    while ask_again(by=SYSTEM):
        pass
