"""The undertaking of two founders and their partners."""

from django.db import models

from opentwinning.collaboration.projects.vocabulary import (
    EDITABLE,
    PENDING,
    REAL,
    SUMMARY_MAX,
    TITLE_MAX,
    ProjectState,
)
from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.educators.models import Educator


class Project(models.Model):
    """What is planned, in which state it is, since when (X-24, J-03)."""

    ref = RefField(prefix="prj")
    title = models.CharField(max_length=TITLE_MAX)
    summary = models.CharField(max_length=SUMMARY_MAX, blank=True)
    aims = models.TextField(blank=True)
    process = models.TextField(blank=True)
    results = models.TextField(blank=True)
    pupils_count = models.PositiveSmallIntegerField(null=True)
    language = models.CharField(max_length=10, default="en")  # in which the texts are written
    state = models.CharField(max_length=16, default=ProjectState.DRAFT)
    # Chosen by the first founder in the draft; becomes a founder by her own yes.
    chosen_partner = models.ForeignKey(
        Educator, on_delete=models.SET_NULL, null=True, related_name="chosen_for"
    )
    request_text = models.TextField(blank=True)  # what the first founder writes to her
    is_national = models.BooleanField(default=False)  # both founders of one country
    is_multi_year = models.BooleanField(default=False)  # J-13
    may_partners_invite = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)  # of the texts: two founders may write (G7)
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True)
    withheld_at = models.DateTimeField(null=True)  # its public page was hidden by a decision
    created_at = models.DateTimeField(default=now)
    updated_at = models.DateTimeField(default=now)
    submitted_at = models.DateTimeField(null=True)  # both founders agreed
    approved_at = models.DateTimeField(null=True)  # first approval: the work began
    closed_at = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "submitted_at"], name="project_queue"),
            models.Index(fields=["is_published", "-published_at"], name="project_public"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_pending(self) -> bool:
        return self.state in PENDING

    @property
    def is_editable(self) -> bool:
        return self.state in EDITABLE

    @property
    def is_real(self) -> bool:
        """Approved once."""
        return self.state in REAL

    @property
    def is_active(self) -> bool:
        return self.state == ProjectState.APPROVED

    @property
    def is_label_eligible(self) -> bool:
        """A same-country project never gets a label, whoever joins later (X-29)."""
        return self.is_real and not self.is_national


class ProjectTrait(models.Model):
    """One searchable property: a language, a subject, an age band, a tool."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="traits")
    kind = models.CharField(max_length=12)
    value = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "kind", "value"], name="projecttrait_once"),
        ]
        indexes = [models.Index(fields=["kind", "value", "project"], name="projecttrait_finds")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"
