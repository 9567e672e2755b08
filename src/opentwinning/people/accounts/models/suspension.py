"""An account is suspended: a reason and a term (row 11). Objections are heard in safeguarding."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models.account import Account


class Suspension(models.Model):
    """Who suspended whom, why, and until when (None: until somebody lifts it). Her contents stay.

    ``office`` is the name she reads; officers are never named to her.
    """

    ref = RefField(prefix="sus")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="suspensions")
    reason = models.TextField()
    office = models.CharField(max_length=200, blank=True)
    by_account_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=now)
    until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by_account_id = models.BigIntegerField(null=True)
    answer = models.TextField(blank=True)  # why it was lifted

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"], condition=Q(ended_at=None), name="suspension_one_running"
            ),
        ]
        indexes = [models.Index(fields=["ended_at", "until"], name="suspension_due")]

    def __str__(self) -> str:
        return f"{self.account} since {self.at:%Y-%m-%d}"
