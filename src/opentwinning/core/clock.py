"""The only clock of the house, so that tests can stop it."""

import datetime as dt
from collections.abc import Iterator
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


@contextmanager
def stopped(at: dt.datetime) -> Iterator[None]:
    """Hold the clock at one moment; for tests and for building the demo world."""
    token = _stopped.set(at)
    try:
        yield
    finally:
        _stopped.reset(token)
