"""A secret address at which a calendar program reads a space's calendar."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.workspace.spaces.models import Member


class Feed(models.Model):
    """One for each teacher in a space. Only a hash of the secret is kept: who reads the database
    cannot read calendars."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"feed of {self.member_id}"
