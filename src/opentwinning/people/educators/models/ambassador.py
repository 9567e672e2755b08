"""Experienced educators who help others for their support organisation (A-15)."""

from django.db import models

from opentwinning.core.clock import now, today
from opentwinning.people.educators.models.educator import Educator


class Ambassador(models.Model):
    """Appointed for a region and a term; shown in public only when she agreed. It gives no rights
    and ends by itself after its last day."""

    educator = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="ambassadorships")
    country = models.CharField(max_length=2)
    region = models.CharField(max_length=120)
    last_day = models.DateField()
    contact = models.CharField(max_length=200, blank=True)  # as she wants to be reached
    appointed_at = models.DateTimeField(default=now)
    by_account_id = models.BigIntegerField(null=True)
    agreed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["country", "last_day"], name="ambassador_by_country")]

    def __str__(self) -> str:
        return f"{self.educator} for {self.region}"

    @property
    def is_running(self) -> bool:
        return self.ended_at is None and self.last_day >= today()
