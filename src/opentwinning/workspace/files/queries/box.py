"""What of the files somebody takes along (idea 9)."""

from django.db.models import F, QuerySet

from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.queries.lists import files_visible_to
from opentwinning.workspace.spaces.queries import Presence


def files_to_take(presence: Presence) -> QuerySet[SpaceFile]:
    """Files the member sees, oldest first; nothing that waits, is hidden after a report or lacks a
    consent (H10)."""
    rows = files_visible_to(presence)
    return rows.filter(is_held=False, withheld_held=None, lacks_inside=0).order_by("pk")


def closed_files(presence: Presence) -> list[str]:
    """Names of files the member sees although a consent is missing: they stay here."""
    rows = files_visible_to(presence).filter(lacks_inside__gt=0, withheld_held=None)
    return list(rows.order_by("pk").values_list("name", flat=True))


def bytes_to_take(presence: Presence) -> int:
    """How much room the files need, small pictures counted too."""
    sizes = files_to_take(presence).order_by().values_list(F("size"), flat=True)
    return sum(sizes.iterator())
