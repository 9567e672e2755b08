"""Deadlines pass, evidence goes (H7, J4)."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.work import job
from opentwinning.people.safeguarding.actions import forget_evidence, raise_case
from opentwinning.people.safeguarding.queries import cases_overdue, cases_to_forget


@job("safeguarding.raise", every=dt.timedelta(minutes=5))
def raise_overdue(payload: dict[str, Any]) -> None:
    """Each missed deadline hands a case on, once: the next level has a new one."""
    for case in cases_overdue():
        raise_case(by=SYSTEM, case=case)


@job("safeguarding.forget", every=dt.timedelta(days=1))
def forget(payload: dict[str, Any]) -> None:
    """What was decided long ago keeps no texts and no reporters."""
    for case in cases_to_forget():
        forget_evidence(by=SYSTEM, case=case)
