"""Searches an educator keeps, to be told of new people."""

from typing import Any

from django.db import models

from opentwinning.community.networking.vocabulary import SearchPace
from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.educators.models import Educator


class SavedSearch(models.Model):
    """A search of the directory with a name. ``query`` are its filters as they stand in an address;
    ``known`` the ids of those it has found already: nobody is told of the same person twice."""

    ref = RefField(prefix="svs")
    owner = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=600)
    pace = models.CharField(max_length=8, default=SearchPace.WEEKLY)
    known: "models.JSONField[list[int], Any]" = models.JSONField(default=list)
    saved_at = models.DateTimeField(default=now)
    looked_at = models.DateTimeField(default=now)

    class Meta:
        indexes = [models.Index(fields=["pace", "looked_at"], name="savedsearch_due")]

    def __str__(self) -> str:
        return self.name
