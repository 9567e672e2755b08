"""A box that somebody brought from elsewhere."""

from django.db import models

from opentwinning.collaboration.boxes.vocabulary import ArrivalState
from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models import Account
from opentwinning.workspace.spaces.models import Space


class Arrival(models.Model):
    """Looked through first; taken in when she has seen what is in it. Then its content goes, and
    ``space`` holds everything, for her alone. ``refused``: names of files that stayed out."""

    ref = RefField(prefix="arr")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, default=ArrivalState.LOOKING)
    space = models.OneToOneField(Space, on_delete=models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=160, blank=True)
    description = models.TextField(blank=True)
    made_by = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict)  # kind → number of records
    left_out = models.JSONField(default=list)
    refused = models.JSONField(default=list)
    size = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    stored_name = models.CharField(max_length=60, blank=True)
    problem = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(default=now)
    ends_at = models.DateTimeField(null=True)  # null: taken in, stays

    class Meta:
        indexes = [
            models.Index(fields=["account", "-id"], name="arrivals_of_account"),
            models.Index(fields=["ends_at"], name="arrivals_to_forget"),
            models.Index(fields=["stored_name"], name="arrival_contents"),
        ]

    def __str__(self) -> str:
        return self.title or self.ref

    @property
    def is_waiting(self) -> bool:
        return self.state in {ArrivalState.LOOKING, ArrivalState.TAKING}

    @property
    def is_looking(self) -> bool:
        return self.state == ArrivalState.LOOKING

    @property
    def is_taken(self) -> bool:
        return self.state == ArrivalState.TAKEN

    @property
    def is_refused(self) -> bool:
        return self.state == ArrivalState.REFUSED

    @property
    def may_be_taken(self) -> bool:
        return self.state in {ArrivalState.SEEN, ArrivalState.FAILED}
