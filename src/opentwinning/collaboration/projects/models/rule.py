"""Rules of the programme about projects, each valid from a day on."""

import datetime as dt

from django.db import models

from opentwinning.collaboration.projects.vocabulary import RULE_LABELS, RuleKey
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Text


class Rule(models.Model):
    """``key`` is allowed or not from ``since`` on, until a later row says otherwise (C-19)."""

    key = models.CharField(max_length=24)
    is_allowed = models.BooleanField()
    since = models.DateField()
    by_account_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "since"], name="rule_one_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.key} from {self.since}: {self.is_allowed}"

    @property
    def words(self) -> Text:
        """What the rule says."""
        return RULE_LABELS[RuleKey(self.key)]

    @classmethod
    def allows(cls, key: RuleKey, on: dt.date | None = None) -> bool:
        """As it stands on a day (default: today); allowed while nobody said anything."""
        day = on or now().date()
        rule = cls.objects.filter(key=key, since__lte=day).order_by("-since").first()
        return rule is None or rule.is_allowed
