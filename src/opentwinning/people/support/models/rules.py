"""How a country validates its educators, from a day on."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.people.support.vocabulary import (
    ANSWER_DAYS,
    PAPER_DAYS,
    PAPER_KEPT_DAYS,
    REGION_DAYS,
    REMIND_DAYS,
    VALIDATION_MONTHS,
)


class ValidationRules(models.Model):
    """Which steps a validation has in one country, and for how long it holds (X-05, H1). The row
    with the latest day that has come is in force; an officer's own look is a step everywhere."""

    country = models.CharField(max_length=2)
    from_day = models.DateField()
    asks_region = models.BooleanField(default=False)  # a regional officer answers first
    region_days = models.PositiveSmallIntegerField(default=REGION_DAYS)  # then it goes on by itself
    asks_school = models.BooleanField(default=False)  # the head confirms by a link in a mail
    answer_days = models.PositiveSmallIntegerField(default=ANSWER_DAYS)  # the link works so long
    asks_paper = models.BooleanField(default=False)  # the school stamps a printed form
    paper_days = models.PositiveSmallIntegerField(default=PAPER_DAYS)  # until it must be there
    paper_kept_days = models.PositiveSmallIntegerField(default=PAPER_KEPT_DAYS)  # after deciding
    needs_code = models.BooleanField(default=False)  # a school cannot be registered without it
    months = models.PositiveSmallIntegerField(default=VALIDATION_MONTHS)
    remind_days = models.PositiveSmallIntegerField(default=REMIND_DAYS)  # before the end
    by_account_id = models.BigIntegerField(null=True)
    written_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["country", "from_day"], name="rules_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.country} from {self.from_day}"
