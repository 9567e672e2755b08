"""Looking for partners in public among educators."""

from django.db import models

from opentwinning.community.networking.vocabulary import CallState, Duration, Start
from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.educators.models import Educator


class PartnerCall(models.Model):
    """An idea that looks for partners (X-23)."""

    ref = RefField(prefix="pcl")
    author = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="partner_calls")
    title = models.CharField(max_length=120)
    idea = models.TextField()
    language = models.CharField(max_length=10)  # of the text itself
    class_size = models.PositiveSmallIntegerField(null=True)
    start = models.CharField(max_length=10, default=Start.OPEN)
    duration = models.CharField(max_length=10, default=Duration.OPEN)
    partners_wanted = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, default=CallState.OPEN)
    # The state to come back to; "" while an office does not hide it.
    withheld_from = models.CharField(max_length=10, blank=True)
    published_at = models.DateTimeField(default=now)
    edited_at = models.DateTimeField(null=True)
    expires_on = models.DateField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "-published_at"], name="partnercall_open"),
            models.Index(fields=["author", "state"], name="partnercall_of"),
        ]

    def __str__(self) -> str:
        return self.title


class CallTrait(models.Model):
    """One searchable property of a partner call."""

    call = models.ForeignKey(PartnerCall, on_delete=models.CASCADE, related_name="traits")
    kind = models.CharField(max_length=12)
    value = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["call", "kind", "value"], name="calltrait_once"),
        ]
        indexes = [models.Index(fields=["kind", "value", "call"], name="calltrait_finds")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"


class CallAnswer(models.Model):
    """What another educator answers to a call."""

    ref = RefField(prefix="ans")
    call = models.ForeignKey(PartnerCall, on_delete=models.CASCADE, related_name="answers")
    author = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="call_answers")
    text = models.TextField()
    language = models.CharField(max_length=10)
    at = models.DateTimeField(default=now)
    # Hidden by an officer or deleted by its author: the row stays, the text is not shown.
    hidden_at = models.DateTimeField(null=True)
    withheld_at = models.DateTimeField(null=True)  # by an office: it can come back

    class Meta:
        indexes = [models.Index(fields=["call", "at"], name="callanswer_of")]

    def __str__(self) -> str:
        return f"answer to {self.call_id}"
