"""What was asked, answered and decided about one educator."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.people.educators.models.educator import Educator


class ValidationStep(models.Model):
    """One step of the conversation between an educator and her support organisation."""

    educator = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=12)
    message = models.TextField(blank=True)
    # Officers are shown to the educator as the office, not by name.
    by_account_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=now)
    # On a decision: since when it lay at the office. Waiting times are counted from it.
    waited_since = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["at"], name="validationstep_at")]

    def __str__(self) -> str:
        return f"{self.state} {self.at:%Y-%m-%d}"
