"""Claim, run, retry, reap: at least once, in order of ``run_at``."""

import logging
import traceback
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import F

from opentwinning.core.clock import now
from opentwinning.core.work import KINDS
from opentwinning.facilities.jobs.actions.enqueue import enqueue
from opentwinning.facilities.jobs.models import Job, Schedule
from opentwinning.facilities.jobs.vocabulary import (
    KEPT_FOR,
    LEASE,
    MAX_ATTEMPTS,
    JobState,
    delay_after,
)

log = logging.getLogger(__name__)


def run_one() -> bool:
    """Run the next due job; False when nothing is due."""
    job = _claim()
    if job is None:
        return False
    try:
        KINDS[job.kind].run(job.payload)
    except Exception:  # noqa: BLE001 - a job may fail in any way; it is logged and tried again
        _failed(job, traceback.format_exc(limit=8))
    else:
        Job.objects.filter(pk=job.pk).update(
            state=JobState.DONE, finished_at=now(), leased_until=None
        )
    return True


def run_due(limit: int = 10_000) -> int:
    """Run everything that is due, such as in tests; returns how many jobs ran."""
    ran = 0
    while ran < limit and run_one():
        ran += 1
    return ran


def reap() -> int:
    """Put jobs of killed workers back (or give up on them); returns how many."""
    lost = Job.objects.filter(state=JobState.RUNNING, leased_until__lt=now())
    given_up = lost.filter(attempts__gte=MAX_ATTEMPTS).update(
        state=JobState.FAILED, last_error="The worker died each time.", finished_at=now()
    )
    return given_up + lost.update(state=JobState.QUEUED, leased_until=None)


def tick() -> None:
    """Queue regular work whose time has come, and forget what was done long ago."""
    for kind in KINDS.values():
        if kind.every is not None:
            _schedule(kind.name, kind.every)
    old = now() - KEPT_FOR
    Job.objects.filter(state=JobState.DONE, finished_at__lt=old).delete()


def _schedule(name: str, every: timedelta) -> None:
    with transaction.atomic():
        row, _ = Schedule.objects.select_for_update().get_or_create(
            kind=name, defaults={"next_at": now()}
        )
        if row.next_at > now():
            return
        enqueue(name, {}, dedupe_key=f"{name}@{row.next_at.isoformat()}")
        Schedule.objects.filter(pk=row.pk).update(next_at=now() + every)


def _claim() -> Job | None:
    with transaction.atomic():
        due = Job.objects.filter(state=JobState.QUEUED, run_at__lte=now()).order_by("run_at", "pk")
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        job = due.first()
        if job is not None:
            Job.objects.filter(pk=job.pk).update(
                state=JobState.RUNNING, leased_until=now() + LEASE, attempts=F("attempts") + 1
            )
            job.attempts += 1
        return job


def _failed(job: Job, trace: str) -> None:
    last = job.attempts >= MAX_ATTEMPTS
    log.error("job %s %s failed (%s of %s)", job.pk, job.kind, job.attempts, MAX_ATTEMPTS)
    Job.objects.filter(pk=job.pk).update(
        state=JobState.FAILED if last else JobState.QUEUED,
        run_at=now() + delay_after(job.attempts),
        leased_until=None,
        last_error=trace[-4000:],
        finished_at=now() if last else None,
    )
