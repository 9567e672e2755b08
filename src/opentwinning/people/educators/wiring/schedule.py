"""Validations end (H1): a notice before, the end on the day. The country says when.

Profiles rest (X-15) and grow old (R-20): one notice each. The programme says when."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.work import job
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.educators.actions import lapse_validation
from opentwinning.people.educators.queries import (
    educators_to_lapse,
    educators_to_refresh,
    educators_to_remind,
    educators_to_warn,
)


@job("educators.lapse", every=dt.timedelta(hours=6))
def lapse(payload: dict[str, Any]) -> None:
    """Rights ended with the capacity to the minute; here the state follows."""
    for educator in educators_to_lapse():
        lapse_validation(by=SYSTEM, educator=educator)


@job("educators.remind", every=dt.timedelta(days=1))
def remind(payload: dict[str, Any]) -> None:
    """Whose validation ends soon."""
    for educator in educators_to_remind():
        tell([educator.account_id], "educators.lapsing", url="/educators/validation")


@job("educators.warn", every=dt.timedelta(days=1))
def warn(payload: dict[str, Any]) -> None:
    """Whose profile will soon rest, because nobody was here for long."""
    for educator in educators_to_warn():
        url = f"/educators/{educator.ref}"
        tell([educator.account_id], "educators.resting", url=url)


@job("educators.refresh", every=dt.timedelta(days=1))
def refresh(payload: dict[str, Any]) -> None:
    """Whose profile nobody looked at for long."""
    for educator in educators_to_refresh():
        url = f"/educators/{educator.ref}"
        tell([educator.account_id], "educators.stale", url=url)
