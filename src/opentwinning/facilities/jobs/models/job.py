"""One row per piece of work, written in the same transaction as its cause (K4)."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.facilities.jobs.vocabulary import JobState


class Job(models.Model):
    """A registered kind and a JSON payload of plain values."""

    kind = models.CharField(max_length=120)
    payload = models.JSONField(default=dict)
    # Two jobs with the same key are one job: a retry of the cause adds nothing.
    dedupe_key = models.CharField(max_length=200, unique=True, null=True)
    state = models.CharField(max_length=10, default=JobState.QUEUED)
    run_at = models.DateTimeField(default=now)
    attempts = models.PositiveSmallIntegerField(default=0)
    leased_until = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)
    created_at = models.DateTimeField(default=now)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "run_at"], name="job_next")]

    def __str__(self) -> str:
        return f"{self.kind} ({self.state})"


class Schedule(models.Model):
    """When a registered regular job runs next."""

    kind = models.CharField(max_length=120, unique=True)
    next_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} at {self.next_at}"
