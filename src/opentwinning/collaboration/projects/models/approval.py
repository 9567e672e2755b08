"""What the support organisations decided, and everything that happened, in order."""

from django.db import models

from opentwinning.collaboration.projects.models.project import Project
from opentwinning.collaboration.projects.vocabulary import Decision
from opentwinning.core.clock import now


class Approval(models.Model):
    """Where one founder country's support organisation stands (J-02): one row per country."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="approvals")
    country = models.CharField(max_length=2)
    decision = models.CharField(max_length=8, default=Decision.WAITING)
    message = models.TextField(blank=True)
    by_account_id = models.BigIntegerField(null=True)
    waiting_since = models.DateTimeField(default=now)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "country"], name="approval_once"),
        ]
        indexes = [
            models.Index(fields=["decision", "country", "waiting_since"], name="approval_queue"),
        ]

    def __str__(self) -> str:
        return f"{self.country}: {self.decision}"

    @property
    def is_waiting(self) -> bool:
        return self.decision == Decision.WAITING


class ProjectStep(models.Model):
    """One line of a project's history. ``name`` is empty where an office speaks."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=12)
    country = models.CharField(max_length=2, blank=True)
    name = models.CharField(max_length=120, blank=True)
    message = models.TextField(blank=True)
    by_account_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"
