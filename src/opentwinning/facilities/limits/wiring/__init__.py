"""Declares the counters and forgets old ones."""

import datetime as dt
from typing import Any

from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.core.privacy import not_personal
from opentwinning.core.work import job
from opentwinning.facilities.limits.models import Counter

not_personal(Counter)


@job("limits.forget", every=dt.timedelta(hours=6))
def forget_old_counters(payload: dict[str, Any]) -> None:
    """Counters older than two days have no use."""
    with permit("limits"):
        Counter.objects.filter(window_starts_at__lt=now() - dt.timedelta(days=2)).delete()
