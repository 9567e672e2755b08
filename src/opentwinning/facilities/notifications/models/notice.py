"""Something told to one person."""

from django.db import models

from opentwinning.core.ids import RefField


class Notice(models.Model):
    """One line of one person's inbox. The wording lives with its kind, so that it is read in the
    reader's language of today."""

    ref = RefField(prefix="ntc")
    account_id = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    facts = models.JSONField(default=dict)
    url = models.CharField(max_length=400)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    waits_for_digest = models.BooleanField(default=False)
    is_weekly = models.BooleanField(default=False)  # waits for the weekly one

    class Meta:
        indexes = [models.Index(fields=["account_id", "-created_at"], name="notice_inbox")]

    def __str__(self) -> str:
        return f"{self.kind} for {self.account_id}"
