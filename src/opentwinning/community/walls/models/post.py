"""One post on an educator's wall."""

from django.db import models

from opentwinning.community.walls.vocabulary import LONGEST_TITLE, Circle
from opentwinning.core import richtext
from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.educators.models import Educator


class WallPost(models.Model):
    """Text with links, read by the circle its author chose. A deleted one waits in the trash; a
    withheld one (by an office) comes back as it stood."""

    ref = RefField(prefix="wpo")
    author = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=LONGEST_TITLE, blank=True)
    text = models.TextField()
    language = models.CharField(max_length=10)
    circle = models.CharField(max_length=10, default=Circle.ALL)
    at = models.DateTimeField(default=now)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    withheld_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["author", "-at"], name="wallpost_of"),
            models.Index(fields=["deleted_at"], name="wallpost_in_trash"),
        ]

    def __str__(self) -> str:
        return self.heading

    @property
    def heading(self) -> str:
        """Its title, or the beginning of its text: what a list calls it."""
        if self.title:
            return self.title
        words = richtext.plain(self.text)
        return words if len(words) <= LONGEST_SAID else f"{words[:LONGEST_SAID].rstrip()}…"


LONGEST_SAID = 60
