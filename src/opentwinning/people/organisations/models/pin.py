"""Where a school that takes part stands on the map."""

from django.db import models

from opentwinning.people.organisations.models.organisation import Organisation


class MapPin(models.Model):
    """One for each open school with a validated educator; no number and no name of anybody.

    Derived: a job sets it from the school and its town, and takes it away again. The columns are
    those the map counts by, so that no map reads the table of all schools.
    """

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, primary_key=True, related_name="pin"
    )
    country = models.CharField(max_length=2)
    town = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=60, blank=True)
    latitude = models.FloatField(null=True)  # none: nobody knows where
    longitude = models.FloatField(null=True)
    is_exact = models.BooleanField(default=False)  # else the middle of its town
    # Tenths of a degree from the south pole and from 180° west: what cells are made of.
    cell_row = models.PositiveSmallIntegerField(null=True)
    cell_column = models.PositiveSmallIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["country", "cell_row", "cell_column"], name="pin_by_cell"),
            models.Index(fields=["country", "town"], name="pin_by_town"),
        ]

    def __str__(self) -> str:
        return f"{self.town} ({self.country})"
