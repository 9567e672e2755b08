"""How often a key was used in the running window."""

from django.db import models


class Counter(models.Model):
    """One key in one window; in the database, so that a restart forgets nothing."""

    key = models.CharField(max_length=160)
    window_starts_at = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "window_starts_at"], name="counter_once"),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.count}"
