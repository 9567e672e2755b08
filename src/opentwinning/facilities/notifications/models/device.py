"""A browser that is told about notices."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField


class PushDevice(models.Model):
    """A browser that one person allowed to be told, and which kinds of notices she wants there. The
    push service of its maker passes on what only this browser can read."""

    ref = RefField(prefix="dev")
    account_id = models.BigIntegerField(db_index=True)
    name = models.CharField(max_length=60)
    endpoint = models.TextField()
    endpoint_hash = models.CharField(max_length=64, unique=True)
    public_key = models.CharField(max_length=100)
    secret = models.CharField(max_length=40)
    kinds = models.JSONField(default=list)
    added_at = models.DateTimeField(default=now)
    told_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.name} of {self.account_id}"
