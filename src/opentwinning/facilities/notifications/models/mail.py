"""A mail to be sent once."""

from django.db import models

from opentwinning.facilities.notifications.vocabulary import MailState


class Mail(models.Model):
    """Template and facts; rendered when it is sent, in the language of its reader."""

    to_address = models.EmailField()
    account_id = models.BigIntegerField(null=True)
    language = models.CharField(max_length=10)
    template = models.CharField(max_length=120)
    facts = models.JSONField(default=dict)
    dedupe_key = models.CharField(max_length=200, unique=True)
    message_id = models.CharField(max_length=120)
    state = models.CharField(max_length=14, default=MailState.QUEUED)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.template} ({self.state})"
