"""Comments and the thing they stand below."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.educators.models import Educator


class Thread(models.Model):
    """The comments below one thing of another app, named by its kind and public id. It is there
    from the first comment on, or from the moment its owner closes it."""

    kind = models.CharField(max_length=20)
    thing = models.CharField(max_length=40)  # public id
    owner = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "thing"], name="commentthread_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing}"


class Comment(models.Model):
    """One comment. Taken away it keeps its row: by its author for the days of the trash, by the
    owner of the thing (hidden) or by an office (withheld) until it is given back."""

    ref = RefField(prefix="cmt")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    language = models.CharField(max_length=10)
    at = models.DateTimeField(default=now)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    hidden_at = models.DateTimeField(null=True)
    withheld_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["thread", "at"], name="comment_below"),
            models.Index(fields=["deleted_at"], name="comment_in_trash"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def is_shown(self) -> bool:
        """To everybody who sees the thing."""
        return self.deleted_at is None and self.hidden_at is None and self.withheld_at is None
