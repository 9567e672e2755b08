"""How many of the found educators have each property (L-04): what a further filter would leave.

Exact while the hits are no more than ``COUNT_CAP``. Of more hits only so many are looked at, so
the cost stays the same however many educators there are; the numbers are then "at least". The
whole directory, when it is larger than that, is not counted at all.
"""

from collections import Counter, defaultdict

from django.db.models import Count, QuerySet

from opentwinning.community.networking.queries.directory import Hits, Wish
from opentwinning.core.prepared import padded, prepared
from opentwinning.people.educators.models import Trait
from opentwinning.people.educators.vocabulary import TraitKind

COUNTRY = "country"
SHOWN = 6  # values of one property, the most frequent first

type Facets = dict[str, list[tuple[str, int]]]


def facets_of(wish: Wish, hits: Hits) -> Facets:
    """Property → (value, how many), for the properties not chosen yet; of the first page only."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    if not wish.country:
        counts[COUNTRY].update(row[3] for row in hits.rows)
    kinds = (TraitKind.SUBJECT, TraitKind.AGE, TraitKind.LANGUAGE, TraitKind.AVAILABILITY)
    left = [kind for kind in kinds if not wish.traits.get(kind)]
    ids = [row[0] for row in hits.rows]
    for kind, value, number in _held(padded(ids)) if ids else []:
        counts[kind][value] = number
    # Who says not to be asked now is not found by what she would be open for.
    free = [row[0] for row in hits.rows if row[2]]
    if len(free) < len(ids):
        offers = _held(padded(free)) if free else []
        counts[TraitKind.AVAILABILITY] = Counter(
            {value: number for kind, value, number in offers if kind == TraitKind.AVAILABILITY}
        )
    shown = [COUNTRY, *left] if not wish.country else left
    return {kind: _most(counts[kind]) for kind in shown if counts[kind]}


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:SHOWN]


@prepared
def _held(educators: list[int]) -> QuerySet[Trait, tuple[str, str, int]]:
    rows = Trait.objects.filter(educator_id__in=educators).exclude(kind=TraitKind.INTEREST)
    counted = rows.order_by().values("kind", "value").annotate(number=Count("pk"))
    return counted.values_list("kind", "value", "number")
