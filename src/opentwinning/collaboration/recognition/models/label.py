"""A label that was awarded."""

from django.db import models

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.recognition.models.application import LabelApplication
from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.certificates.models import Certificate
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Organisation


class QualityLabel(models.Model):
    """One educator's label for one project at one level."""

    ref = RefField(prefix="lab")
    level = models.CharField(max_length=10)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="labels")
    educator = models.ForeignKey(Educator, on_delete=models.PROTECT, related_name="labels")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="labels"
    )
    country = models.CharField(max_length=2)
    school_year = models.CharField(max_length=7)
    points = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    application = models.OneToOneField(
        LabelApplication, on_delete=models.PROTECT, null=True, related_name="label"
    )
    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, null=True)
    awarded_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["level", "project", "educator"], name="label_once"),
        ]
        indexes = [models.Index(fields=["organisation", "level"], name="label_of_school")]

    def __str__(self) -> str:
        return f"{self.level} {self.project}"
