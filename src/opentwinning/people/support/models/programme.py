"""The programme this instance serves."""

from django.db import models


class Programme(models.Model):
    """One row: names and calendar that the central office edits (A-01, J-17)."""

    name = models.CharField(max_length=80)
    tagline = models.CharField(max_length=200, blank=True)
    owner = models.CharField(max_length=120, blank=True)
    contact_email = models.EmailField(blank=True)
    school_year_starts_month = models.PositiveSmallIntegerField(default=8)
    school_year_starts_day = models.PositiveSmallIntegerField(default=1)

    def __str__(self) -> str:
        return self.name
