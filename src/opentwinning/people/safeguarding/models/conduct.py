"""The code of conduct: texts with the day from which they hold, and who agreed to which."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.people.accounts.models import Account


class ConductText(models.Model):
    """The code in one language from one day on; ``simple`` is what pupils read (X-130, X-131)."""

    from_day = models.DateField()
    language = models.CharField(max_length=10)
    text = models.TextField()
    simple = models.TextField(blank=True)
    by_account_id = models.BigIntegerField(null=True)
    written_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["from_day", "language"], name="conduct_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.language} from {self.from_day}"


class Agreement(models.Model):
    """Somebody agreed to the code that held from a day on."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    from_day = models.DateField()
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "from_day"], name="agreement_once"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} agreed to {self.from_day}"
