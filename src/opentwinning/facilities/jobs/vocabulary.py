"""States of a job and its limits."""

import datetime as dt
from enum import StrEnum


class JobState(StrEnum):
    """QUEUED → RUNNING → DONE; a failing job goes back to QUEUED until its tries are used up."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


MAX_ATTEMPTS = 8
LEASE = dt.timedelta(minutes=5)  # a worker that dies holds a job no longer than this
KEPT_FOR = dt.timedelta(days=14)


def delay_after(attempts: int) -> dt.timedelta:
    """Back-off: 10 s, 20 s, 40 s … at most an hour."""
    return dt.timedelta(seconds=min(10 * 2 ** (attempts - 1), 3600))
