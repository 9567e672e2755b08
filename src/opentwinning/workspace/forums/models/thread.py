"""A thread is its opening (reply number 1) and what others answered."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.forums.vocabulary import MAX_TITLE
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import SpacePlace


class Thread(models.Model):
    """``last_number`` is the newest reply's number; numbers never repeat in a thread."""

    ref = RefField(prefix="thr")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="threads")
    place = models.CharField(max_length=12, default=SpacePlace.WHOLE)
    author = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    title = models.CharField(max_length=MAX_TITLE)
    last_number = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(default=now)
    last_by = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    is_closed = models.BooleanField(default=False)
    form_token = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(default=now)
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(
                fields=["space", "deleted_at", "-last_at", "-id"], name="threads_in_space"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "form_token"],
                condition=~Q(form_token=""),
                name="thread_sent_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Reply(models.Model):
    """Hidden by an educator (reversible, with a reason) or deleted by its author."""

    ref = RefField(prefix="rep")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="replies")
    number = models.PositiveIntegerField()
    author = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    text = models.TextField()
    language = models.CharField(max_length=10, default="en")
    form_token = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(default=now)
    edited_at = models.DateTimeField(null=True)
    hidden_at = models.DateTimeField(null=True)
    hidden_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")
    hidden_reason = models.CharField(max_length=300, blank=True)
    withheld_at = models.DateTimeField(null=True)  # hidden after a report: teachers do not show it
    was_hidden = models.BooleanField(default=False)  # by a teacher, before it was withheld
    # A pupil's, hidden until a teacher has looked (H13).
    is_held = models.BooleanField(default=False)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="reply_number_once"),
            models.UniqueConstraint(
                fields=["author", "form_token"],
                condition=~Q(form_token=""),
                name="reply_sent_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} in {self.thread_id}"


class ReadMark(models.Model):
    """How far one member has read one thread."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="read_marks")
    number = models.PositiveIntegerField(default=0)
    read_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "thread"], name="readmark_once"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} read {self.thread_id} to {self.number}"
