"""The European label: a dated rule, a yearly round, national recommendations (C-04, C-05)."""

from django.db import models

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.recognition.vocabulary import RoundState
from opentwinning.core.clock import now
from opentwinning.core.ids import RefField


class EuropeanRule(models.Model):
    """What a project needs, from one date to another."""

    ref = RefField(prefix="eur")
    valid_from = models.DateField(unique=True)
    valid_until = models.DateField(null=True)
    minimum_national_labels = models.PositiveSmallIntegerField(default=2)
    minimum_countries = models.PositiveSmallIntegerField(default=2)
    minimum_recommendations = models.PositiveSmallIntegerField(default=1)
    # The average of the project's national labels must be above this number; None = not asked.
    minimum_average_points = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    # At most this share of one country's labels of the year may be recommended; None = no limit.
    share_percent = models.PositiveSmallIntegerField(null=True)

    def __str__(self) -> str:
        return f"from {self.valid_from}"


class EuropeanRound(models.Model):
    """One year's round: opened by the centre, decided once."""

    ref = RefField(prefix="rnd")
    school_year = models.CharField(max_length=7, unique=True)
    rule = models.ForeignKey(EuropeanRule, on_delete=models.PROTECT)
    state = models.CharField(max_length=10, default=RoundState.OPEN)
    opened_at = models.DateTimeField(default=now)
    decided_at = models.DateTimeField(null=True)
    awarded_count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.school_year


class Recommendation(models.Model):
    """A support organisation recommends a project of its country for the European label."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="recommendations")
    country = models.CharField(max_length=2)
    school_year = models.CharField(max_length=7)
    by_account_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "country"], name="recommendation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.country} recommends {self.project}"
