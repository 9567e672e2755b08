"""An address our mails come back from."""

from django.db import models

from opentwinning.core.clock import now


class BouncedAddress(models.Model):
    """A mail server said that this address takes no mail for good."""

    address = models.EmailField(unique=True)
    account_id = models.BigIntegerField(null=True)
    reason = models.CharField(max_length=20)  # status of RFC 3463, such as 5.1.1
    at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"{self.address}: {self.reason}"
