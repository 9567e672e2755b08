"""Plugs the outbox in and declares the kind that delivers events."""

import json
from typing import Any

from django.conf import settings

from opentwinning.core.events import deliver, plug_outbox
from opentwinning.core.privacy import not_personal
from opentwinning.core.work import job, plug_bell
from opentwinning.facilities.jobs.actions import post_event
from opentwinning.facilities.jobs.adapters.bell import ring
from opentwinning.facilities.jobs.models import Job, Schedule

plug_outbox(post_event)
if settings.ENVIRONMENT.redis_url:
    plug_bell(ring)
# Payloads hold ids and plain values of events; done jobs are forgotten after 14 days.
not_personal(Job, Schedule)


@job("jobs.event")
def deliver_event(payload: dict[str, Any]) -> None:
    """Hand one event to one listener."""
    deliver(payload["listener"], payload["type"], json.dumps(payload["event"]))
