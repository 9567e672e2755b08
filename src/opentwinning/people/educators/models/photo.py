"""The picture of an educator."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.people.educators.models.educator import Educator


class Photo(models.Model):
    """Two small squares beside the profile (R-27). They lie in the database: erased, restored and
    joined with the row; some 30 kB a person, read by key only."""

    educator = models.OneToOneField(Educator, on_delete=models.CASCADE, related_name="photo")
    large = models.BinaryField()  # 384 px, WebP
    small = models.BinaryField()  # 96 px, WebP
    added_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"{self.educator}"
