"""How long each level has, and how long things are kept."""

from django.db import models

from opentwinning.core.clock import now


class Clocks(models.Model):
    """The latest row holds (H7). Without one the ordinary numbers hold."""

    teacher_hours = models.PositiveSmallIntegerField(default=24)
    office_days = models.PositiveSmallIntegerField(default=2)  # working days
    centre_days = models.PositiveSmallIntegerField(default=5)  # working days
    appeal_days = models.PositiveSmallIntegerField(default=180)  # to object against a decision
    evidence_days = models.PositiveSmallIntegerField(default=180)  # kept after the decision
    # A serious report hides at once; of visitors, so many from different networks are needed.
    visitors_to_hide = models.PositiveSmallIntegerField(default=2)
    by_account_id = models.BigIntegerField(null=True)
    written_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"clocks of {self.written_at:%Y-%m-%d}"
