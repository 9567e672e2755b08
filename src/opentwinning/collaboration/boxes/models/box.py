"""A project in a box: what one member of staff may see, packed for her."""

from django.db import models
from django.db.models import Q

from opentwinning.collaboration.boxes.vocabulary import BoxState
from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models import Account
from opentwinning.workspace.spaces.models import Space


class Box(models.Model):
    """The content lies in DATA_DIR/files under a random name until its days are over."""

    ref = RefField(prefix="box")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="boxes")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, default=BoxState.MAKING)
    language = models.CharField(max_length=10, default="en")
    ordered_at = models.DateTimeField(default=now)
    heard_at = models.DateTimeField(default=now)  # the last sign of life while it is made
    done_bytes = models.BigIntegerField(default=0)
    total_bytes = models.BigIntegerField(default=0)
    made_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    size = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    stored_name = models.CharField(max_length=60, blank=True)
    left_out = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            # Expensive work: one at a time for each person (G10).
            models.UniqueConstraint(
                fields=["account"], condition=Q(state="making"), name="box_one_at_a_time"
            ),
        ]
        indexes = [
            models.Index(fields=["ends_at"], name="boxes_to_forget"),
            models.Index(fields=["stored_name"], name="box_contents"),
        ]

    def __str__(self) -> str:
        return f"{self.space} for {self.account_id}"

    @property
    def is_ready(self) -> bool:
        return self.state == BoxState.READY and self.ends_at is not None and self.ends_at > now()

    @property
    def is_making(self) -> bool:
        return self.state == BoxState.MAKING

    @property
    def is_failed(self) -> bool:
        return self.state == BoxState.FAILED

    @property
    def percent(self) -> int:
        """How much of the files is packed."""
        return min(100, self.done_bytes * 100 // self.total_bytes) if self.total_bytes else 0
