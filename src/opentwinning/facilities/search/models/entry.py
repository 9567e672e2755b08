"""One searchable thing: a kind, its row and its folded words."""

from django.db import models


class SearchEntry(models.Model):
    """Folded once in Python, so that SQLite (FTS5) and PostgreSQL (tsvector) answer alike."""

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="searchentry_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"
