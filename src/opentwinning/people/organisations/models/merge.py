"""Two records that may be one school, and what was made of them."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.organisations.models.organisation import Organisation
from opentwinning.people.organisations.models.register import RegisterImport
from opentwinning.people.organisations.vocabulary import PairState


class Pair(models.Model):
    """Proposed, never merged by itself: a person looks at both."""

    ref = RefField(prefix="pair")
    country = models.CharField(max_length=2)
    gone = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    kept = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=12)
    found_by = models.ForeignKey(RegisterImport, on_delete=models.SET_NULL, null=True)
    state = models.CharField(max_length=8, default=PairState.OPEN)
    at = models.DateTimeField(default=now)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gone", "kept"], name="pair_once")]
        indexes = [models.Index(fields=["country", "state"], name="pair_by_country")]

    def __str__(self) -> str:
        return f"{self.gone} = {self.kept}?"


class Merge(models.Model):
    """One record went into another. Never changed: an undo is a record of its own."""

    ref = RefField(prefix="mrg")
    country = models.CharField(max_length=2)
    gone = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    kept = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    by_account_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=now)
    moved = models.JSONField(default=dict)  # ids of what went along, for the undo
    undoes = models.OneToOneField(
        "self", on_delete=models.CASCADE, null=True, related_name="undone_by"
    )

    def __str__(self) -> str:
        return f"{self.gone} → {self.kept}"
