"""The only clock of the house, so that tests can stop it."""

import datetime as dt
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_stopped: ContextVar[dt.datetime | None] = ContextVar("stopped_clock", default=None)


def now() -> dt.datetime:
    """The present moment, always aware and in UTC (K9)."""
    return _stopped.get() or timezone.now()


def today() -> dt.date:
    """The present date in the active time zone."""
    return timezone.localdate(now())


def working_days(start: dt.date, end: dt.date, off: Collection[dt.date] = ()) -> int:
    """Days from Monday to Friday after ``start``, up to and with ``end``; those ``off``, the
    public holidays, do not count."""
    whole, rest = divmod((end - start).days, 7)
    extra = sum((start.weekday() + day) % 7 < 5 for day in range(1, rest + 1))
    holidays = sum(start < day <= end and day.weekday() < 5 for day in set(off))
    return max(0, whole * 5 + extra - holidays)


def after_working_days(start: dt.datetime, days: int, off: Collection[dt.date] = ()) -> dt.datetime:
    """The same time of day so many days from Monday to Friday later, without those ``off``; a
    weekend begins on Monday. The days are those of the zone of ``start``."""
    moment = start
    while days > 0:
        moment += dt.timedelta(days=1)
        days -= moment.weekday() < 5 and moment.date() not in off
    return moment.astimezone(dt.UTC)


@contextmanager
def stopped(at: dt.datetime) -> Iterator[None]:
    """Hold the clock at one moment; for tests and for building the demo world."""
    token = _stopped.set(at)
    try:
        yield
    finally:
        _stopped.reset(token)
