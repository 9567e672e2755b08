"""An adult from outside who reads along for a time (X-49, H4)."""

import datetime as dt

from django.db import models

from opentwinning.collaboration.twinspaces.models.twinspace import TwinSpace
from opentwinning.core.clock import now
from opentwinning.core.ids import RefField


class Guest(models.Model):
    """A guest is no member: no tool knows her, so none can show her pupils, talks or chats. She is
    whoever proved the address she was invited at, with whatever account."""

    ref = RefField(prefix="gst")
    twinspace = models.ForeignKey(TwinSpace, on_delete=models.CASCADE, related_name="guests")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    purpose = models.CharField(max_length=200)
    invited_at = models.DateTimeField(default=now)
    last_day = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["email"], name="guest_address")]
        constraints = [
            models.UniqueConstraint(
                fields=["twinspace", "email"],
                condition=models.Q(ended_at=None),
                name="guest_address_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_running(self, day: dt.date) -> bool:
        """Until the last day is over, unless it was ended before."""
        return self.ended_at is None and self.last_day >= day
