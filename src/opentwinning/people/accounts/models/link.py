"""A link sent by mail: single use, an hour long, stored hashed (A17)."""

import hashlib

from django.db import models

from opentwinning.people.accounts.models.account import Account


class MailedLink(models.Model):
    """Proof that somebody reads an address. For a registration the account does not exist yet."""

    purpose = models.CharField(max_length=12)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="+")
    email = models.EmailField()
    name = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=2, blank=True)
    language = models.CharField(max_length=10)
    secret_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.purpose} for {self.email}"

    @staticmethod
    def hashed(secret: str) -> str:
        """SHA-256 is enough: the secret has 256 random bits."""
        return hashlib.sha256(secret.encode()).hexdigest()
