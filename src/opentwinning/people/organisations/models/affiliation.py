"""Who works where."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.vocabulary import label
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models.organisation import Organisation


class Affiliation(models.Model):
    """An educator works at an organisation until it ends."""

    educator = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="affiliations")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="affiliations"
    )
    position = models.CharField(max_length=40, blank=True, default="")  # "" as her profile says
    is_main = models.BooleanField(default=False)  # nobody chose one: the oldest is
    since = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["educator", "organisation"],
                condition=Q(ended_at=None),
                name="affiliation_once",
            ),
            models.UniqueConstraint(
                fields=["educator"],
                condition=Q(ended_at=None, is_main=True),
                name="main_affiliation_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.educator} at {self.organisation}"

    @property
    def role(self) -> str:
        """What she does there, for the reader; "" when it is what her profile says."""
        return label("professions", self.position) if self.position else ""
