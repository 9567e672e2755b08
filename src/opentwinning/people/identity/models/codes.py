"""Codes that are typed: of an app, and printed ones for the day the telephone is lost."""

from django.db import models
from django.utils.crypto import salted_hmac

from opentwinning.core.clock import now
from opentwinning.core.sealing import seal, unseal
from opentwinning.people.accounts.models import Account


class Authenticator(models.Model):
    """An app that shows a code every 30 seconds. Its key is stored sealed: it must be read again
    to know the code."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="authenticator")
    sealed_key = models.CharField(max_length=300)
    # The 30-second step of the newest code that was accepted: it and older ones are refused (A13).
    last_step = models.BigIntegerField(default=0)
    added_at = models.DateTimeField(default=now)
    last_used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"authenticator of {self.account_id}"

    @property
    def key(self) -> str:
        """The shared key, in base32."""
        return unseal(self.sealed_key)

    @staticmethod
    def sealed(key: str) -> str:
        """How a key is stored."""
        return seal(key)


class RecoveryCode(models.Model):
    """One of ten printed codes; each opens the account once in the place of the second proof."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="recovery_codes")
    code_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=now)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "code_hash"], name="recoverycode_once"),
        ]

    def __str__(self) -> str:
        return f"recovery code of {self.account_id}"

    @staticmethod
    def hashed(account_id: int, code: str) -> str:
        """A keyed hash: a stolen database alone cannot be searched for codes."""
        plain = "".join(char for char in code.upper() if char.isalnum())
        salt = "opentwinning.recovery"
        return salted_hmac(salt, f"{account_id}:{plain}", algorithm="sha256").hexdigest()
