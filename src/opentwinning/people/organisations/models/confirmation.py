"""What a school says about somebody who says that she works there."""

import hashlib

from django.db import models

from opentwinning.core.clock import now
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models.organisation import Organisation


class Confirmation(models.Model):
    """One mail to a school with a link that works once (X-05): does this person work with you?"""

    educator = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="confirmations")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    sent_to = models.EmailField()
    secret_hash = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=3, blank=True)

    def __str__(self) -> str:
        return f"{self.educator} at {self.organisation}: {self.answer or 'asked'}"

    @property
    def is_open(self) -> bool:
        """The school may still answer."""
        return self.answered_at is None and self.expires_at > now()

    @staticmethod
    def hashed(secret: str) -> str:
        """SHA-256 is enough: the secret has 256 random bits."""
        return hashlib.sha256(secret.encode()).hexdigest()
