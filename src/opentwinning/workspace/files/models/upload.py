"""A file that has not arrived whole."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField, new_code
from opentwinning.workspace.files.models.space_file import SpaceFile
from opentwinning.workspace.files.vocabulary import MAX_ALBUM, MAX_ALT, MAX_MARK, MAX_NAME
from opentwinning.workspace.spaces.models import Member, Space


def new_part() -> str:
    """The name of the part on the disk: ours, never a person's (D1)."""
    return new_code(32).lower()


class Upload(models.Model):
    """What was said about a file before its bytes came, and how many there will be. How many are
    here only the part on the disk knows. The row itself keeps the room (D11); when the file is
    there, it stays a day to tell a client that missed the answer."""

    ref = RefField(prefix="upl")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=MAX_NAME)
    size = models.BigIntegerField()
    # What the browser says of the file, so that nobody goes on with another one of that name.
    mark = models.CharField(max_length=MAX_MARK, blank=True)
    part = models.CharField(max_length=40, unique=True, default=new_part)
    place = models.CharField(max_length=12)
    alt_text = models.CharField(max_length=MAX_ALT, blank=True)
    album = models.CharField(max_length=MAX_ALBUM, blank=True)
    people_shown = models.CharField(max_length=8)
    shown = models.JSONField(default=list)  # public ids of members
    begun_at = models.DateTimeField(default=now, db_index=True)
    file = models.ForeignKey(SpaceFile, on_delete=models.CASCADE, null=True, related_name="+")

    def __str__(self) -> str:
        return self.name
