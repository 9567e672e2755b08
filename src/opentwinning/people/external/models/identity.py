"""Who somebody is elsewhere."""

import hashlib

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models import Account
from opentwinning.people.external.models.provider import Provider


class Identity(models.Model):
    """One person at one provider. The key is issuer and subject; name and address only tell the
    owner which of her identities it is (A9)."""

    ref = RefField(prefix="eid")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="identities")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="identities")
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    name = models.CharField(max_length=120, blank=True)
    email = models.CharField(max_length=254, blank=True)
    linked_at = models.DateTimeField(default=now)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="identity_once"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} at {self.issuer}"

    @property
    def shown(self) -> str:
        """What tells its owner which of her identities it is."""
        return " · ".join(filter(None, (self.name, self.email))) or self.subject


class PendingJoin(models.Model):
    """An identity that waits for the one-time link of a mail (A10): to an account that exists, or
    to the address of a new one."""

    secret_hash = models.CharField(max_length=64, unique=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True)  # null: a new one
    provider = models.ForeignKey(Provider, on_delete=models.CASCADE)
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    email = models.EmailField()
    name = models.CharField(max_length=120)
    country = models.CharField(max_length=2, blank=True)
    language = models.CharField(max_length=10)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.subject} at {self.issuer} for {self.email}"

    @staticmethod
    def hashed(secret: str) -> str:
        """SHA-256 is enough: the secret has 256 random bits."""
        return hashlib.sha256(secret.encode()).hexdigest()
