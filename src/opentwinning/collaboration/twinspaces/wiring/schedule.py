"""Pupils are erased a year after their last project (5.11), guests a year after their visit."""

import datetime as dt
from typing import Any

from opentwinning.collaboration.twinspaces.actions import forget_guests
from opentwinning.collaboration.twinspaces.queries import pupils_to_forget
from opentwinning.collaboration.twinspaces.vocabulary import KEPT
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.core.work import job
from opentwinning.people.pupils.actions import erase_pupil

AT_ONCE = 200


@job("twinspaces.forget_pupils", every=dt.timedelta(days=1))
def forget_pupils(payload: dict[str, Any]) -> None:
    """Running twice erases nobody twice; a long list goes on the next day."""
    for pupil in pupils_to_forget(now() - KEPT)[:AT_ONCE]:
        erase_pupil(by=SYSTEM, pupil=pupil)


@job("twinspaces.forget_guests", every=dt.timedelta(days=1))
def forget_old_guests(payload: dict[str, Any]) -> None:
    """Running twice forgets nobody twice."""
    forget_guests(by=SYSTEM)
