"""How many of the found educators have each property (L-04): what a further filter would leave.

Exact while the hits are no more than ``COUNT_CAP``. Of more hits only so many are looked at, so
the cost stays the same however many educators there are; the numbers are then "at least". The
whole directory, when it is larger than that, is not counted at all.
"""

from collections import Counter, defaultdict
from itertools import chain

from opentwinning.community.networking.queries.directory import Hits, Wish
from opentwinning.people.educators.vocabulary import TraitKind

COUNTRY = "country"
SHOWN = 6  # values of one property, the most frequent first
KINDS = (TraitKind.SUBJECT, TraitKind.AGE, TraitKind.LANGUAGE, TraitKind.AVAILABILITY)

type Facets = dict[str, list[tuple[str, int]]]


def facets_of(wish: Wish, hits: Hits) -> Facets:
    """Property → (value, how many), for the properties not chosen yet; of the first page only."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    if not wish.country:
        counts[COUNTRY].update(row.country for row in hits.rows)
    keys = Counter(chain.from_iterable(row.keys.split() for row in hits.rows))
    # Who says not to be asked now is not found by what she would be open for.
    keys.subtract(
        chain.from_iterable(_offers(row.keys) for row in hits.rows if not row.is_available)
    )
    for key, number in keys.items():
        kind, value = key.split(":", 1)
        if number:
            counts[kind][value] = number
    shown = [COUNTRY, *(kind for kind in KINDS if not wish.traits.get(kind))]
    return {kind: _most(counts[kind]) for kind in shown if counts[kind]}


def _offers(keys: str) -> list[str]:
    return [key for key in keys.split() if key.startswith(f"{TraitKind.AVAILABILITY}:")]


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:SHOWN]
