"""What a family answered, to which words, until when."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.people.consents.vocabulary import MAX_KEPT_WHERE
from opentwinning.people.pupils.models import Pupil


class ConsentText(models.Model):
    """What the office of a country writes above the boxes of the printed form. A newer row
    replaces an older one; none is ever changed (J12)."""

    country = models.CharField(max_length=2)
    language = models.CharField(max_length=10)
    text = models.TextField()
    by_account_id = models.BigIntegerField(null=True)
    written_at = models.DateTimeField(default=now)

    class Meta:
        indexes = [models.Index(fields=["country", "language", "-id"], name="consenttext_latest")]

    def __str__(self) -> str:
        return f"{self.country} {self.language} {self.written_at:%Y-%m-%d}"


class Wording(models.Model):
    """The whole text of a form that somebody answered to, kept under its hash for good (J12)."""

    text_hash = models.CharField(max_length=64, unique=True)  # SHA-256 of ``text``
    country = models.CharField(max_length=2)
    language = models.CharField(max_length=10)
    text = models.TextField()
    first_used_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"{self.country} {self.language} {self.text_hash[:10]}"


class Consent(models.Model):
    """One answer: pupil, purpose, medium. It counts until ``ended_at``; what came later is a row
    of its own, so that the register shows what held on any day."""

    pupil = models.ForeignKey(Pupil, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=8)
    medium = models.CharField(max_length=8)
    is_given = models.BooleanField()
    valid_from = models.DateField()
    valid_until = models.DateField()  # the last day
    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="+")
    # Where the signed paper lies at school: the platform keeps no signature.
    kept_where = models.CharField(max_length=MAX_KEPT_WHERE, blank=True)
    recorded_by_account_id = models.BigIntegerField(null=True)
    recorded_at = models.DateTimeField(default=now)
    reminded_at = models.DateTimeField(null=True)  # her teachers were told that it ends soon
    ended_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pupil", "purpose", "medium"],
                condition=Q(ended_at=None),
                name="consent_counts_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["valid_until"],
                condition=Q(ended_at=None, is_given=True),
                name="consent_ending",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pupil_id} {self.purpose} {self.medium}: {self.is_given}"
