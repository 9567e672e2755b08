"""How a person wants her mails."""

from django.db import models

from opentwinning.core.notices import CALM_AREAS, area_of
from opentwinning.facilities.notifications.vocabulary import NIGHT_BEGINS, NIGHT_ENDS, MailPace


class MailHabits(models.Model):
    """Pace by area or by single kind of notices, and when it is
    quiet: certain hours, weekends, days away. Hours and days are those of the reader's zone."""

    account_id = models.BigIntegerField(unique=True)
    paces = models.JSONField(default=dict)
    quiet_nights = models.BooleanField(default=False)
    quiet_from = models.PositiveSmallIntegerField(default=NIGHT_BEGINS)  # full hours
    quiet_until = models.PositiveSmallIntegerField(default=NIGHT_ENDS)
    quiet_weekends = models.BooleanField(default=False)
    away_from = models.DateField(null=True)
    away_until = models.DateField(null=True)  # the last day

    def __str__(self) -> str:
        return f"mail habits of {self.account_id}"

    def pace(self, key: str) -> MailPace:
        """For a kind ("projects.approved") or an area ("projects"): what was chosen for the kind,
        else for its area, else what is usual there."""
        chosen = self.paces.get(key) or self.paces.get(area_of(key))
        return MailPace(chosen) if chosen else usual_pace(key)


def usual_pace(key: str) -> MailPace:
    """What holds for a kind or an area while its reader chose nothing."""
    return MailPace.DAILY if area_of(key) in CALM_AREAS else MailPace.NOW
