"""Who leads a school, as its first teacher wrote it down."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models.organisation import Organisation


class Head(models.Model):
    """The head gets one single message that the school is registered (X-10, X-11). The address was
    named by a teacher: it proves nothing, so a school is never asked there about somebody."""

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="head")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    named_by = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="+")
    told_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"{self.name}, {self.organisation}"
