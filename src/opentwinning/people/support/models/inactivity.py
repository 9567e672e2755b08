"""What happens when somebody is not here for long, from a day on."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.people.support.vocabulary import (
    ERASE_MONTHS,
    FRESH_MONTHS,
    REST_MONTHS,
    WARN_DAYS,
)


class InactivityRules(models.Model):
    """Rules of the whole programme (X-15, R-20). The row with the latest day that has come is in
    force. Months without a sign-in, but for ``fresh_months``: without a look at the profile."""

    from_day = models.DateField(unique=True)
    fresh_months = models.PositiveSmallIntegerField(default=FRESH_MONTHS)
    rest_months = models.PositiveSmallIntegerField(default=REST_MONTHS)
    warn_days = models.PositiveSmallIntegerField(default=WARN_DAYS)  # before the profile rests
    erase_months = models.PositiveSmallIntegerField(default=ERASE_MONTHS)
    by_account_id = models.BigIntegerField(null=True)
    written_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"from {self.from_day}"
