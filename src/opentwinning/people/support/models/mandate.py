"""What an officer may decide."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.people.accounts.models import Account


class Mandate(models.Model):
    """An account decides for a country (or, with country "", for the centre) until an end."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="mandates")
    country = models.CharField(max_length=2, blank=True)
    granted_at = models.DateTimeField(default=now)
    until = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.account} for {self.country or 'the centre'}"
