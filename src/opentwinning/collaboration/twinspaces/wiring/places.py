"""Where TwinSpaces show up elsewhere."""

from django.urls import reverse

from opentwinning.core.places import SPACE_OWNERS
from opentwinning.workspace.spaces.models import Space


@SPACE_OWNERS.add
def owner_of(space_id: int) -> tuple[str, str] | None:
    """Title and home of the TwinSpace that a space belongs to."""
    row = Space.objects.filter(pk=space_id, twinspace__isnull=False).values("ref", "title").first()
    return (row["title"], reverse("twinspaces:home", args=[row["ref"]])) if row else None
