"""Holidays of a country or of one of its regions."""

from django.db import models

from opentwinning.core.clock import now


class Holiday(models.Model):
    """Days without lessons from the first to the last. ``region`` is the code of a region of its
    country; "" means all of it."""

    country = models.CharField(max_length=2)
    region = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=8)
    first_day = models.DateField()
    last_day = models.DateField()
    name = models.CharField(max_length=80)
    by_account_id = models.BigIntegerField(null=True)
    written_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["country", "region", "kind", "first_day", "last_day"],
                name="holiday_once",
            ),
        ]
        indexes = [models.Index(fields=["country", "last_day"], name="holiday_by_country")]

    def __str__(self) -> str:
        return f"{self.region or self.country}: {self.name}"
