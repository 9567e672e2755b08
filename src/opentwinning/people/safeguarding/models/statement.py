"""A statement of reasons to an author, and her appeal (H17)."""

import datetime as dt
import hashlib

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models import Account
from opentwinning.people.pupils.models import Pupil
from opentwinning.people.safeguarding.models.case import Case


class Statement(models.Model):
    """What was decided about whose thing, why, by which rule, and who answers an appeal. Officers
    are never named to the author; ``office`` is what she reads."""

    ref = RefField(prefix="sta")
    secret_hash = models.CharField(max_length=64, unique=True)  # of the link in the mail
    case = models.ForeignKey(Case, on_delete=models.SET_NULL, null=True, related_name="statements")
    kind = models.CharField(max_length=20)
    item_ref = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    url = models.CharField(max_length=300)
    country = models.CharField(max_length=2, blank=True)
    account = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    pupil = models.ForeignKey(Pupil, on_delete=models.SET_NULL, null=True, related_name="+")
    measure = models.CharField(max_length=12)
    rule = models.CharField(max_length=12, blank=True)  # key of a reason
    reason = models.TextField(blank=True)
    office = models.CharField(max_length=200)
    by_account_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=now)
    appeal_until = models.DateTimeField()
    appeal = models.TextField(blank=True)
    appealed_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    is_upheld = models.BooleanField(null=True)  # whether the objection was right; None: no answer
    answered_by_account_id = models.BigIntegerField(null=True)
    ended_at = models.DateTimeField(null=True)  # the measure does not hold any more

    class Meta:
        indexes = [
            models.Index(fields=["kind", "item_ref", "ended_at"], name="statement_of"),
            models.Index(fields=["answered_at", "appealed_at"], name="statement_appeals"),
        ]

    def __str__(self) -> str:
        return f"{self.measure}: {self.title}"

    @staticmethod
    def hashed(secret: str) -> str:
        """SHA-256 is enough: the secret has 192 random bits."""
        return hashlib.sha256(secret.encode()).hexdigest()

    @property
    def waits_for_answer(self) -> bool:
        """An appeal that nobody has answered."""
        return self.appealed_at is not None and self.answered_at is None and self.ended_at is None

    def is_open_to_appeal(self, moment: dt.datetime) -> bool:
        """Still in force, in time, and not appealed yet."""
        return self.ended_at is None and self.appealed_at is None and moment <= self.appeal_until
