"""A project shall be deleted."""

from django.db import models
from django.db.models import Q

from opentwinning.collaboration.projects.models.project import Project
from opentwinning.collaboration.projects.vocabulary import DeletionState
from opentwinning.core.clock import now
from opentwinning.people.educators.models import Educator


class Deletion(models.Model):
    """Who asked, who agreed, and until when it can be kept after all (row 27)."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="deletions")
    state = models.CharField(max_length=10, default=DeletionState.ASKED)
    reason = models.TextField()
    # Empty when a support organisation began it: then only one may keep the project.
    asked_by = models.ForeignKey(
        Educator, on_delete=models.PROTECT, null=True, related_name="deletions_asked"
    )
    asked_at = models.DateTimeField(default=now)
    agreed_at = models.DateTimeField(null=True)  # both founders, waiting for an office since then
    due_at = models.DateTimeField(null=True)  # end of the days of grace
    ended_at = models.DateTimeField(null=True)  # stopped or carried out
    left_state = models.CharField(max_length=16, blank=True)  # of the project, if it is kept

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(state__in=["asked", "agreed", "scheduled"]),
                name="deletion_one_open",
            ),
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="deletion_due")]

    def __str__(self) -> str:
        return f"deletion of {self.project}: {self.state}"
