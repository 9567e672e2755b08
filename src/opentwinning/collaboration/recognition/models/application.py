"""What an educator writes to get a national label."""

from django.db import models
from django.db.models import Q

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.recognition.models.window import LabelWindow
from opentwinning.collaboration.recognition.vocabulary import ApplicationState
from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Organisation
from opentwinning.workspace.pages.models import Page


class LabelApplication(models.Model):
    """One educator's own work in one project (X-90)."""

    ref = RefField(prefix="app")
    window = models.ForeignKey(LabelWindow, on_delete=models.PROTECT, related_name="applications")
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="label_applications"
    )
    educator = models.ForeignKey(
        Educator, on_delete=models.PROTECT, related_name="label_applications"
    )
    # The school she worked at when she applied: the label stays with it.
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True)
    state = models.CharField(max_length=14, default=ApplicationState.DRAFT)
    attempt = models.PositiveSmallIntegerField(default=1)
    entry_answers = models.JSONField(default=dict)  # question id → true/false
    created_at = models.DateTimeField(default=now)
    submitted_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decision_message = models.TextField(blank=True)
    points = models.DecimalField(max_digits=5, decimal_places=2, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "educator", "attempt"],
                condition=~Q(state="withdrawn"),
                name="application_once_per_attempt",
            ),
        ]
        indexes = [models.Index(fields=["state", "submitted_at"], name="application_queue")]

    def __str__(self) -> str:
        return f"{self.educator} for {self.project}"


class CriterionText(models.Model):
    """The answer to one criterion."""

    application = models.ForeignKey(
        LabelApplication, on_delete=models.CASCADE, related_name="texts"
    )
    criterion = models.CharField(max_length=40)
    text = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "criterion"], name="criteriontext_once"),
        ]

    def __str__(self) -> str:
        return self.criterion


class Evidence(models.Model):
    """A page that proves a criterion; frozen when the application is sent (idea 1)."""

    ref = RefField(prefix="evi")
    application = models.ForeignKey(
        LabelApplication, on_delete=models.CASCADE, related_name="evidence"
    )
    criterion = models.CharField(max_length=40)
    page = models.ForeignKey(Page, on_delete=models.PROTECT)
    title = models.CharField(max_length=160)
    frozen_text = models.TextField(blank=True)
    frozen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "criterion", "page"], name="evidence_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title
