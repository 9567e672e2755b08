"""Write outbox rows inside the caller's transaction."""

import datetime as dt
import json
from typing import Any

from django.db import transaction

from opentwinning.core.clock import now
from opentwinning.core.work import ring_bell
from opentwinning.facilities.jobs.models import Job

EVENT = "jobs.event"


def enqueue(
    kind: str,
    payload: dict[str, Any],
    *,
    dedupe_key: str | None = None,
    run_at: dt.datetime | None = None,
) -> None:
    """Add one job; with a known ``dedupe_key`` nothing happens. Rolled back with its cause."""
    at = now()
    job = Job(kind=kind, payload=payload, run_at=run_at or at, created_at=at, dedupe_key=dedupe_key)
    Job.objects.bulk_create([job], ignore_conflicts=True)  # one question, whoever else asks
    transaction.on_commit(ring_bell)


def post_event(listener: str, type_name: str, payload: str) -> None:
    """The outbox port of ``core.events``."""
    enqueue(EVENT, {"listener": listener, "type": type_name, "event": json.loads(payload)})
