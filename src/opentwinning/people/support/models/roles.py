"""Which roles may join, from a day on (C-13)."""

from django.db import models

from opentwinning.core.clock import now


class RoleList(models.Model):
    """Roles at school that may join in one country, or with country "" in the whole programme. The
    row with the latest day that has come is in force. No roles: a country follows the programme,
    the programme takes every role."""

    country = models.CharField(max_length=2, blank=True)
    from_day = models.DateField()
    roles = models.JSONField(default=list)  # identifiers of core.vocabulary, kind "professions"
    by_account_id = models.BigIntegerField(null=True)
    written_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["country", "from_day"], name="rolelist_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.country or 'programme'} from {self.from_day}"
