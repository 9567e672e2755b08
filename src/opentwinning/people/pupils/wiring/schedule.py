"""What is forgotten by itself."""

import datetime as dt
from typing import Any

from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.core.work import job
from opentwinning.people.pupils.models import PupilVisit, SignInWindow
from opentwinning.people.pupils.vocabulary import VISITS_KEPT


@job("pupils.forget", every=dt.timedelta(days=1))
def forget_visits(payload: dict[str, Any]) -> None:
    """Visits and windows are kept for a week (5.4, F11)."""
    before = now() - VISITS_KEPT
    with permit("pupils"):
        PupilVisit.objects.filter(last_seen_at__lt=before).delete()
        SignInWindow.objects.filter(closes_at__lt=before).delete()
