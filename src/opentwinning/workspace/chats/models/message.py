"""What is said in a chat."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.chats.models.chat import Chat
from opentwinning.workspace.chats.vocabulary import MessageState
from opentwinning.workspace.spaces.models import Member


class ChatMessage(models.Model):
    """``number`` gives the order and never repeats; ``change`` is the chat's counter when what
    somebody sees of it last changed. ``held_for``: why it waited, values of ``Hint``
    with commas. ``send_key`` makes a message that is sent again the same one (F5)."""

    ref = RefField(prefix="msg")
    chat = models.ForeignKey(Chat, on_delete=models.CASCADE, related_name="messages")
    number = models.PositiveIntegerField()
    change = models.PositiveBigIntegerField()
    author = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    text = models.TextField()
    language = models.CharField(max_length=10, default="en")
    send_key = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(default=now)
    state = models.CharField(max_length=8, default=MessageState.SHOWN)
    held_for = models.CharField(max_length=60, blank=True)
    judged_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")
    hidden_at = models.DateTimeField(null=True)
    hidden_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")
    hidden_reason = models.CharField(max_length=300, blank=True)
    withheld_at = models.DateTimeField(null=True)  # hidden after a report: teachers do not show it
    was_hidden = models.BooleanField(default=False)  # by a teacher, before it was withheld
    taken_back_at = models.DateTimeField(null=True)  # by its author; teachers still read it

    class Meta:
        indexes = [models.Index(fields=["chat", "change"], name="chatmessage_changes")]
        constraints = [
            models.UniqueConstraint(fields=["chat", "number"], name="chatmessage_number_once"),
            models.UniqueConstraint(
                fields=["author", "send_key"], condition=~Q(send_key=""),
                name="chatmessage_sent_once",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number} in {self.chat_id}"
