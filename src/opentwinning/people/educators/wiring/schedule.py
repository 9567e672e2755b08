"""Validations end (H1): a notice before, the end on the day. The country says when."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.work import job
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.educators.actions import lapse_validation
from opentwinning.people.educators.queries import educators_to_lapse, educators_to_remind


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
