"""What an officer may decide."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.people.accounts.models import Account


class Mandate(models.Model):
    """An account decides for a country (or, with country "", for the centre) until an end.

    A mandate for the centre proposed by a central officer begins when a second one confirms (B7).
    One for ``regions`` decides nothing: it answers first about the schools there (X-06).
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="mandates")
    country = models.CharField(max_length=2, blank=True)
    regions = models.TextField(blank=True, default="")  # their codes, parted by spaces; "" is all
    proposed_by_account_id = models.BigIntegerField(null=True)
    granted_at = models.DateTimeField(null=True, default=now)  # None: waits for a second person
    until = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.account} for {self.country or 'the centre'}"

    @property
    def is_over(self) -> bool:
        """True when its last day has passed."""
        return self.until is not None and self.until <= now()

    @property
    def region_codes(self) -> list[str]:
        """Codes of the regions it is limited to; none when it is for the whole country."""
        return self.regions.split()
