"""Whose role needs a second proof: data, changed by the operator (A13)."""

import datetime as dt

from django.db import models

from opentwinning.core.clock import now


class FactorRule(models.Model):
    """The rule for one role. A change begins the days of grace anew, a pause ends by itself."""

    role = models.CharField(max_length=30, unique=True)
    is_required = models.BooleanField(default=True)
    grace_days = models.PositiveSmallIntegerField(default=14)
    paused_until = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    changed_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return self.role

    @property
    def is_in_force(self) -> bool:
        """Required, and not paused now."""
        return self.is_required and not self.is_paused

    @property
    def is_paused(self) -> bool:
        """True until the end of the pause."""
        return self.paused_until is not None and self.paused_until > now()

    def due_at(self, granted_at: dt.datetime) -> dt.datetime:
        """When somebody who has held the role since then must have a second proof."""
        begins = max(granted_at, self.changed_at, self.paused_until or granted_at)
        return begins + dt.timedelta(days=self.grace_days)
