"""When and by which criteria a country awards labels: data with dates (C-01, X-94)."""

from django.db import models
from django.db.models import F, Q

from opentwinning.core.ids import RefField


class CriteriaScheme(models.Model):
    """Entry questions and criteria with wording in several languages. ``content``::

    {"maximum_points": 30, "award_from_points": 18,
     "entry_questions": [{"id", "text": {lang: …}}],
     "criteria": [{"id", "weight", "name", "question",
                   "sub_criteria": [{"id", "name", "mandatory_minimum"?}], "levels": [6 texts]}]}
    """

    ref = RefField(prefix="crs")
    key = models.CharField(max_length=60, unique=True)
    content = models.JSONField()

    def __str__(self) -> str:
        return self.key


class LabelWindow(models.Model):
    """One country's round of national labels in one school year."""

    ref = RefField(prefix="win")
    country = models.CharField(max_length=2)
    school_year = models.CharField(max_length=7)  # 2026/27
    opens_on = models.DateField()
    closes_on = models.DateField()
    decided_by_on = models.DateField()
    scheme = models.ForeignKey(CriteriaScheme, on_delete=models.PROTECT)
    applications_per_educator = models.PositiveSmallIntegerField(default=4)
    minimum_duration_days = models.PositiveSmallIntegerField(default=0)
    second_application = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["country", "school_year"], name="window_once"),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="window_closes_after_opening"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country} {self.school_year}"
