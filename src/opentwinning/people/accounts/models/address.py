"""The addresses of a person: those she has proved, and those she has yet to prove (R-25)."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models.account import Account


class Address(models.Model):
    """One address of one account. A confirmed one belongs to nobody else and opens the account; the
    main one, to which mail goes, stands in the account too. Several people may have claimed the
    same address that none of them has proved."""

    ref = RefField(prefix="adr")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="addresses")
    email = models.EmailField()
    added_at = models.DateTimeField(default=now)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "email"], name="address_once"),
            models.UniqueConstraint(
                fields=["email"], condition=Q(confirmed_at__isnull=False), name="address_one_owner"
            ),
        ]
        indexes = [
            models.Index(
                fields=["added_at"], condition=Q(confirmed_at=None), name="address_waiting"
            ),
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def is_confirmed(self) -> bool:
        """She has shown that she reads it."""
        return self.confirmed_at is not None

    @property
    def is_main(self) -> bool:
        """Our mail goes there."""
        return self.email == self.account.email
