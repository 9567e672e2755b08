"""The wish to be erased, and the days in which it can be taken back."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.people.accounts.models.account import Account


class ErasureRequest(models.Model):
    """Open until it is cancelled or carried out; an account has one open request at most."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="erasures")
    requested_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"],
                condition=models.Q(cancelled_at=None, done_at=None),
                name="erasurerequest_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"erasure of {self.account_id} due {self.due_at:%Y-%m-%d}"
