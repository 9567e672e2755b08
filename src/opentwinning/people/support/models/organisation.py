"""The body that serves one country (A-03)."""

from django.db import models

from opentwinning.core.ids import RefField


class SupportOrganisation(models.Model):
    """Name, contact and working facts of one country's support organisation (P-07, C-16, C-17)."""

    ref = RefField(prefix="sup")
    country = models.CharField(max_length=2, unique=True)
    name = models.CharField(max_length=160)
    name_en = models.CharField(max_length=160)
    language = models.CharField(max_length=10)
    time_zone = models.CharField(max_length=60)
    email = models.EmailField()
    postal_address = models.TextField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    hours = models.CharField(max_length=160, blank=True)
    website = models.CharField(max_length=300, blank=True)
    social = models.TextField(blank=True)  # one address a line
    ambassadors = models.TextField(blank=True)  # names and how to reach them, as the office writes
    usual_days = models.PositiveSmallIntegerField(default=5)  # working days until a decision
    is_active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name

    @property
    def social_addresses(self) -> list[str]:
        """The lines that may become links."""
        lines = (line.strip() for line in self.social.splitlines())
        return [line for line in lines if line.startswith(("https://", "http://"))]
