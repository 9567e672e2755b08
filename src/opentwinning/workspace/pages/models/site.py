"""A site whose things may be shown inside pages: data, kept by the centre (C7, X-52)."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.pages.vocabulary import MAX_FRAME, MAX_SITE


class EmbedSite(models.Model):
    """``patterns``: addresses people copy, one a line, with gaps; ``frame``: what is shown."""

    ref = RefField(prefix="sit")
    name = models.CharField(max_length=MAX_SITE, unique=True)
    patterns = models.TextField()
    frame = models.CharField(max_length=MAX_FRAME)
    is_open = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return self.name
