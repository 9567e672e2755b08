"""What an office often writes when it decides."""

from django.db import models

from opentwinning.people.support.vocabulary import DECISION_LABELS, Decision


class ReplyTemplate(models.Model):
    """A prepared text for one topic and decision; data, so that each office words its own."""

    country = models.CharField(max_length=2, blank=True)  # "" = every country
    language = models.CharField(max_length=10)
    topic = models.CharField(max_length=20, default="validation")
    decision = models.CharField(max_length=12)  # state that the decision leads to
    title = models.CharField(max_length=80)
    text = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["topic", "country"], name="replytemplate_of")]

    def __str__(self) -> str:
        return self.title

    @property
    def label(self) -> str:
        """When it is used, for a reader."""
        return str(DECISION_LABELS[Decision(self.decision)])
