"""What a new page can begin with: data, kept by the centre (T-08)."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.pages.vocabulary import MAX_TITLE


class PageStart(models.Model):
    """A template in one language; ``key`` is the same in every language. By position on the list
    a writer chooses from."""

    ref = RefField(prefix="sta")
    key = models.CharField(max_length=40)
    language = models.CharField(max_length=12)
    title = models.CharField(max_length=MAX_TITLE)
    text = models.TextField()
    position = models.PositiveSmallIntegerField(default=50)
    is_open = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "language"], name="start_once_in_a_language"),
        ]

    def __str__(self) -> str:
        return self.title
