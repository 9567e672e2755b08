"""A browser somebody signed in with."""

from django.db import models
from django.utils.crypto import salted_hmac

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models import Account


class Device(models.Model):
    """One browser of one account. It is known again by a secret in a cookie; where it stood is not
    stored. ``session_key`` is the session that began last, which may have ended since."""

    ref = RefField(prefix="dev")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="devices")
    secret_hash = models.CharField(max_length=64)
    name = models.CharField(max_length=60, blank=True)
    session_key = models.CharField(max_length=40)
    begun_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "secret_hash"], name="device_once"),
        ]
        indexes = [models.Index(fields=["begun_at"], name="device_age")]

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def hashed(account_id: int, secret: str) -> str:
        """Two accounts in one browser cannot be found out by their rows."""
        text = f"{account_id}:{secret}"
        return salted_hmac("opentwinning.device", text, algorithm="sha256").hexdigest()
