"""Words that a teacher should look at before others read them."""

from django.db import models

from opentwinning.core.clock import now


class WatchedWords(models.Model):
    """The words of one language, a line each; its latest row holds (H14)."""

    language = models.CharField(max_length=10)
    words = models.TextField(blank=True)
    by_account_id = models.BigIntegerField(null=True)
    written_at = models.DateTimeField(default=now)

    class Meta:
        indexes = [models.Index(fields=["language", "-id"], name="watchedwords_latest")]

    def __str__(self) -> str:
        return f"{self.language} {self.written_at:%Y-%m-%d}"
