"""A line of the ledger, and the head of the chain."""

import hashlib
import json
from typing import Any

from django.db import models


class LedgerEntry(models.Model):
    """Who did what to which thing, when and why. Never changed, never deleted by the product."""

    at = models.DateTimeField(db_index=True)
    verb = models.CharField(max_length=120)
    actor_key = models.CharField(max_length=40, db_index=True)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True)
    reason = models.TextField(blank=True)
    details = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    entry_hash = models.CharField(max_length=64, unique=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="ledger_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} by {self.actor_key}"

    def computed_hash(self) -> str:
        """SHA-256 of the row's content and of the row before it."""
        content: list[Any] = [
            self.previous_hash,
            self.at.isoformat(),
            self.verb,
            self.actor_key,
            self.subject_kind,
            self.subject_id,
            self.reason,
            json.dumps(self.details, sort_keys=True),
        ]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()


class ChainHead(models.Model):
    """One row: the hash the next entry continues. Locking it orders the entries."""

    entry_hash = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return self.entry_hash
