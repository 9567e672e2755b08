"""The parts of a country by which its office works."""

from django.db import models


class Region(models.Model):
    """A region as its country names it. Schools carry its name; its code stays the same for good
    and is text: leading zeros count."""

    country = models.CharField(max_length=2)
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["country", "code"], name="region_code_once"),
            models.UniqueConstraint(fields=["country", "name"], name="region_name_once"),
        ]

    def __str__(self) -> str:
        return self.name
