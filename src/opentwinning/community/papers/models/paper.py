"""A form that the school stamps."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.educators.models import Educator


class Paper(models.Model):
    """One stamped form of one request for validation (X-05). Its content lies in DATA_DIR/files;
    without a stored name it was not sent yet."""

    ref = RefField(prefix="pap")
    educator = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="papers")
    begun_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    told_late_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    delete_at = models.DateTimeField(null=True)  # set by the decision
    name = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=10, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    stored_name = models.CharField(max_length=60, blank=True)
    thumb_name = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["educator"], condition=Q(delete_at=None), name="paper_open_once"
            ),
        ]
        indexes = [
            models.Index(fields=["delete_at"], name="papers_to_delete"),
            models.Index(fields=["stored_name"], name="paper_contents"),
        ]

    def __str__(self) -> str:
        return f"{self.educator}: {'sent' if self.is_sent else 'due'}"

    @property
    def is_open(self) -> bool:
        """The request is not decided: the form may be sent, or sent anew."""
        return self.delete_at is None

    @property
    def is_sent(self) -> bool:
        return self.sent_at is not None

    @property
    def is_late(self) -> bool:
        """Its day passed and nothing came."""
        return not self.is_sent and self.is_open and self.due_at <= now()

    @property
    def contents(self) -> list[str]:
        """Names on the disk."""
        return [name for name in (self.stored_name, self.thumb_name) if name]
