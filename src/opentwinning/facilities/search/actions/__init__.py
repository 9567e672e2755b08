"""Keeping the index: called by actions of the apps whose things are searched."""

from opentwinning.core.permits import permit
from opentwinning.core.text import folded
from opentwinning.facilities.search.models import SearchEntry


def index(kind: str, object_id: int, *parts: str) -> None:
    """Make one thing findable by the words of ``parts``."""
    index_many(kind, [(object_id, " ".join(parts))])


def index_many(kind: str, rows: list[tuple[int, str]]) -> None:
    """As ``index`` for a batch of (object id, text); for imports."""
    with permit("search"):
        SearchEntry.objects.bulk_create(
            [SearchEntry(kind=kind, object_id=pk, text=folded(text)) for pk, text in rows],
            update_conflicts=True,
            unique_fields=["kind", "object_id"],
            update_fields=["text"],
            batch_size=500,
        )


def forget(kind: str, object_id: int) -> None:
    """Nobody finds it any more."""
    with permit("search"):
        SearchEntry.objects.filter(kind=kind, object_id=object_id).delete()


def forget_many(kind: str, object_ids: list[int]) -> None:
    """As ``forget`` for a batch; for imports."""
    with permit("search"):
        SearchEntry.objects.filter(kind=kind, object_id__in=object_ids).delete()
