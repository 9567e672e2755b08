"""A chat, when it is open for pupils, and which teachers are in it."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.chats.vocabulary import MAX_TITLE
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import SpacePlace


class Chat(models.Model):
    """``last_number`` is the newest message's number. ``last_change`` grows with everything that
    changes what somebody sees: a new message, one let through, hidden, taken back."""

    ref = RefField(prefix="cha")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="chats")
    place = models.CharField(max_length=12, default=SpacePlace.WHOLE)
    author = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    title = models.CharField(max_length=MAX_TITLE)
    schools_needed = models.PositiveSmallIntegerField(default=1)  # with a teacher present
    slow_seconds = models.PositiveSmallIntegerField(default=0)  # between two messages of a pupil
    holds_first = models.BooleanField(default=False)  # the first message of each pupil waits
    is_closed = models.BooleanField(default=False)
    pupils_read_later = models.BooleanField(default=False)  # also while it is not open for them
    last_number = models.PositiveIntegerField(default=0)
    last_change = models.PositiveBigIntegerField(default=0)
    last_at = models.DateTimeField(default=now)
    form_token = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(default=now)
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["space", "deleted_at", "-last_at", "-id"], name="chats_in_space"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "form_token"], condition=~Q(form_token=""), name="chat_made_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ChatHours(models.Model):
    """Planned hours: the chat is open for pupils from one moment to another (idea 7)."""

    ref = RefField(prefix="hrs")
    chat = models.ForeignKey(Chat, on_delete=models.CASCADE, related_name="hours")
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")

    def __str__(self) -> str:
        return f"{self.begins_at:%Y-%m-%d %H:%M}"


class ChatPresence(models.Model):
    """When the page of a teacher was last heard of. Nothing of the kind is kept of pupils (F11)."""

    chat = models.ForeignKey(Chat, on_delete=models.CASCADE, related_name="presences")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chat", "member"], name="chatpresence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} in {self.chat_id}"
