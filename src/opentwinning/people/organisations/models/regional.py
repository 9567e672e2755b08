"""What a regional officer says about somebody before the office decides."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models.organisation import Organisation


class RegionalCheck(models.Model):
    """One request for validation lies with the officers of the region of its school, until a day
    (X-06). Yes or no stands beside the request and decides nothing."""

    educator = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="regional_checks")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    region = models.CharField(max_length=20)  # code, of the educator's country
    asked_at = models.DateTimeField(default=now)
    until = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=3, blank=True)
    message = models.TextField(blank=True)
    by_account_id = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.educator} in {self.region}: {self.answer or 'asked'}"

    @property
    def is_open(self) -> bool:
        """May still be answered: the days are not over, and she still waits."""
        in_time = self.answered_at is None and self.until > now()
        return in_time and self.educator.is_with_region
