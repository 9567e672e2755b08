"""What somebody handed in for an activity."""

import datetime as dt

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.activities.models.activity import Activity
from opentwinning.workspace.activities.vocabulary import MAX_ANSWER, HandInState
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.spaces.models import Member


class HandIn(models.Model):
    """One of each member for an activity. ``first_at`` decides whether it was late, however often
    it is changed; ``answer``: the teacher's words when it was given back."""

    ref = RefField(prefix="hin")
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="hand_ins")
    author = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    text = models.TextField(blank=True)
    language = models.CharField(max_length=10, default="en")
    state = models.CharField(max_length=10, default=HandInState.HANDED_IN)
    version = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField(default=now)
    handed_at = models.DateTimeField(default=now)
    answer = models.CharField(max_length=MAX_ANSWER, blank=True)
    decided_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    # The state to come back to after a report; "" while it is not withheld.
    withheld_from = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "author"], name="handin_once"),
        ]

    def __str__(self) -> str:
        return f"{self.author_id} for {self.activity_id}"

    def is_late(self, due_at: dt.datetime | None) -> bool:
        """Whether it first came after the moment it was due."""
        return due_at is not None and self.first_at > due_at


class HandInFile(models.Model):
    """A file that was handed in, in order."""

    hand_in = models.ForeignKey(HandIn, on_delete=models.CASCADE, related_name="files")
    # A file that goes for good announces it, and this row goes first (one writer per table).
    file = models.ForeignKey(SpaceFile, on_delete=models.DO_NOTHING, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hand_in", "file"], name="handinfile_once"),
        ]

    def __str__(self) -> str:
        return f"{self.file} in {self.hand_in_id}"
