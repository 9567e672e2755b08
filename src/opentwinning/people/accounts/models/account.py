"""Somebody who can sign in."""

from django.contrib.auth.hashers import check_password, is_password_usable
from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.vocabulary import AccountState


class Account(models.Model):
    """Address, password and language of one adult."""

    ref = RefField(prefix="acc")
    email = models.EmailField(unique=True)  # the main one of her addresses; mail goes there
    name = models.CharField(max_length=120)
    password = models.CharField(max_length=200)
    language = models.CharField(max_length=10, default="en")
    time_zone = models.CharField(max_length=60, default="Europe/Brussels")
    state = models.CharField(max_length=12, default=AccountState.ACTIVE)
    # Sessions of an older epoch have ended: new password, suspension, sign out everywhere.
    session_epoch = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=now)
    last_sign_in_at = models.DateTimeField(null=True)
    # Joined with this one (M-11): everything stands there, links to the old profile lead there.
    joined_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="joined_here"
    )

    def __str__(self) -> str:
        return self.name

    @property
    def has_password(self) -> bool:
        """False for somebody who only ever signs in another way."""
        return is_password_usable(self.password)

    def knows(self, password: str) -> bool:
        """True for the right password."""
        return bool(check_password(password, self.password))


class Capacity(models.Model):
    """One role an account holds, granted by a higher app."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="capacities")
    role = models.CharField(max_length=30)
    country = models.CharField(max_length=2, blank=True)
    granted_at = models.DateTimeField(default=now)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "role", "country"], name="capacity_once"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.country}".strip()
