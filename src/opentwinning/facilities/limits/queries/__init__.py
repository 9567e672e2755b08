"""Reading the counters."""

import datetime as dt
import hashlib

from django.conf import settings

from opentwinning.core.clock import now
from opentwinning.facilities.limits.models import Counter


def is_exhausted(what: str, who: str, *, limit: int, per: dt.timedelta) -> bool:
    """True when ``limit`` attempts are used up, without counting another. For limits that count
    failures only: a whole class enters through one network and must not use up its own limit."""
    row = Counter.objects.filter(key=key_of(what, who), window_starts_at=window_of(per)).first()
    return row is not None and row.count >= limit


def key_of(what: str, who: str) -> str:
    """The stored key: ``who`` is hashed."""
    return f"{what}:{hashlib.sha256((settings.SECRET_KEY + who).encode()).hexdigest()[:40]}"


def window_of(per: dt.timedelta) -> dt.datetime:
    """Beginning of the running window."""
    seconds = int(per.total_seconds())
    return dt.datetime.fromtimestamp(int(now().timestamp()) // seconds * seconds, tz=dt.UTC)
