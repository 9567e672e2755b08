"""How a person wants her mails."""

from django.db import models

from opentwinning.facilities.notifications.vocabulary import MailPace


class MailHabits(models.Model):
    """Pace by area of notices (at once unless said otherwise), and whether nights are quiet."""

    account_id = models.BigIntegerField(unique=True)
    paces = models.JSONField(default=dict)
    quiet_nights = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"mail habits of {self.account_id}"

    def pace(self, area: str) -> MailPace:
        """At once, once a day, or never."""
        return MailPace(self.paces.get(area, MailPace.NOW))
