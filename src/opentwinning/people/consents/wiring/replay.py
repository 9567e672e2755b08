"""After a restore: what was taken back since the backup is taken back again (J9)."""

import datetime as dt
from typing import Any

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import after_commit
from opentwinning.core.outliving import append, entries
from opentwinning.core.work import job
from opentwinning.people.consents.actions import withdraw_consents
from opentwinning.people.consents.events import ConsentWithdrawn
from opentwinning.people.consents.models import Consent

WITHDRAWN = "consent"


@after_commit(ConsentWithdrawn)
def write_down(event: ConsentWithdrawn) -> None:
    """Only once it is certain."""
    append(WITHDRAWN, event.mark, event.at.isoformat())


@job("consents.replay", every=dt.timedelta(hours=1))
def replay(payload: dict[str, Any]) -> None:
    """A "yes" recorded before its withdrawal, and still counting, came back with a copy."""
    latest: dict[str, str] = {}
    for kind, mark, at in entries():
        if kind == WITHDRAWN:
            latest[mark] = max(at, latest.get(mark, ""))
    for mark, at in latest.items():
        ref, purpose = mark.split(" ")
        back = Consent.objects.filter(
            pupil__ref=ref,
            purpose=purpose,
            is_given=True,
            ended_at=None,
            recorded_at__lt=dt.datetime.fromisoformat(at),
        ).select_related("pupil")
        found = back.first()
        if found is not None:
            withdraw_consents(by=SYSTEM, pupil=found.pupil, purpose=purpose)
