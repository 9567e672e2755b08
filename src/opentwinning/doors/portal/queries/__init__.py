"""What the home page shows."""

from dataclasses import dataclass

from django.core.cache import cache
from django.db import connection

from opentwinning.core.places import FIGURES
from opentwinning.core.verdicts import Text

KEPT = 60  # seconds: figures may be a minute old


@dataclass(frozen=True, slots=True)
class Figure:
    """A number counted from the database, and what it counts (P-14)."""

    label: Text
    value: int


def figures() -> list[Figure]:
    """The public figures of every app; a young programme shows no zeros."""
    counted = (
        Figure(label, int(cache.get_or_set(f"figure:{n}", count, KEPT) or 0))
        for n, (label, count) in enumerate(FIGURES)
    )
    return [figure for figure in counted if figure.value]


def database_answers() -> bool:
    """True when the database answers a question."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))
