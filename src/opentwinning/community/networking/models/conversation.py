"""Messages between adults. There is no way for a pupil to be in one (H2)."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models import Account


class Conversation(models.Model):
    """Messages about one subject between the same people."""

    ref = RefField(prefix="cnv")
    subject = models.CharField(max_length=120)
    message_count = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField(default=now)
    last_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return self.subject


class Participant(models.Model):
    """An account in a conversation; unread = ``message_count`` less ``read_count``."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="participants"
    )
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="conversations")
    read_count = models.PositiveIntegerField(default=0)
    left_at = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)  # put aside until somebody writes again

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "account"], name="participant_once"),
        ]
        indexes = [models.Index(fields=["account", "left_at"], name="participant_of")]

    def __str__(self) -> str:
        return f"{self.account_id} in {self.conversation_id}"


class Message(models.Model):
    """One message; ``number`` counts from 1 inside its conversation."""

    ref = RefField(prefix="msg")
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages"
    )
    author = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    text = models.TextField()
    language = models.CharField(max_length=10)
    at = models.DateTimeField(default=now)
    withheld_at = models.DateTimeField(null=True)  # hidden by a decision: only its author reads it

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "number"], name="message_once"),
        ]

    def __str__(self) -> str:
        return f"message {self.number} of {self.conversation_id}"
