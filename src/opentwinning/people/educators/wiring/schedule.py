"""Validations end after 24 months (H1): a notice a month before, the end on the day."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.work import job
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.educators.actions import lapse_validation
from opentwinning.people.educators.queries import educators_lapsing_in, educators_to_lapse
from opentwinning.people.educators.vocabulary import REMIND_BEFORE


@job("educators.lapse", every=dt.timedelta(hours=6))
def lapse(payload: dict[str, Any]) -> None:
    """Rights ended with the capacity to the minute; here the state follows."""
    for educator in educators_to_lapse():
        lapse_validation(by=SYSTEM, educator=educator)


@job("educators.remind", every=dt.timedelta(days=1))
def remind(payload: dict[str, Any]) -> None:
    """Whose validation ends in a month."""
    for educator in educators_lapsing_in(REMIND_BEFORE):
        tell([educator.account_id], "educators.lapsing", url="/educators/validation")
