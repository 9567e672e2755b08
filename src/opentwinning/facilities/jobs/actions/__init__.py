"""Putting work into the outbox and running it."""

from opentwinning.facilities.jobs.actions.enqueue import enqueue, post_event
from opentwinning.facilities.jobs.actions.run import reap, run_due, run_one, tick

__all__ = ["enqueue", "post_event", "reap", "run_due", "run_one", "tick"]
