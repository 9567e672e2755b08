"""A key on a device, or on a stick, that proves its owner without any word to remember."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models import Account


class Passkey(models.Model):
    """The public half of a key; the secret half never leaves its device. Binary values are stored
    as base64url."""

    ref = RefField(prefix="psk")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="passkeys")
    credential_id = models.CharField(max_length=1400, unique=True)
    public_key = models.TextField()
    # How often the device has signed; many always say 0. A number that does not grow is a copy.
    sign_count = models.BigIntegerField(default=0)
    name = models.CharField(max_length=60)
    added_at = models.DateTimeField(default=now)
    last_used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
