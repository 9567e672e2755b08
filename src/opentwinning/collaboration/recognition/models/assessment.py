"""Who scores an application, and how."""

from django.db import models
from django.db.models import Q

from opentwinning.collaboration.recognition.models.application import LabelApplication
from opentwinning.core.clock import now
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator


class Assessor(models.Model):
    """An educator whom a support organisation trusts with assessments (A-15)."""

    educator = models.ForeignKey(Educator, on_delete=models.PROTECT, related_name="assessor_terms")
    country = models.CharField(max_length=2)
    appointed_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["educator", "country"], condition=Q(ended_at=None), name="assessor_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.educator} for {self.country}"


class Assessment(models.Model):
    """One assessor's scores of one application."""

    application = models.OneToOneField(
        LabelApplication, on_delete=models.CASCADE, related_name="assessment"
    )
    assessor = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="assessments")
    scores = models.JSONField(default=dict)  # sub-criterion id → 0–5
    comments = models.JSONField(default=dict)  # criterion id → text
    summary = models.TextField(blank=True)
    recommends_european = models.BooleanField(default=False)
    assigned_at = models.DateTimeField(default=now)
    done_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"assessment of {self.application_id}"
