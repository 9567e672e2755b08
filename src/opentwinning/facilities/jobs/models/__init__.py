"""Work to be done after the commit: the outbox."""

from opentwinning.facilities.jobs.models.job import Job, Schedule

__all__ = ["Job", "Schedule"]
