"""How well two educators fit (L-04, pain 11), as a number to order by and in words.

Plain arithmetic over one row of each, so that both databases put people into the same order.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from django.utils.translation import get_language, pgettext

from opentwinning.core.actor import Actor
from opentwinning.core.vocabulary import Kind, labels
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import answer_level, educator_of, last_here
from opentwinning.people.educators.vocabulary import AnswerLevel, LastHere, TraitKind


class Row(NamedTuple):
    """What of an educator is compared and counted, for hundreds of them."""

    pk: int
    at: dt.datetime  # here last
    is_available: bool
    country: str
    keys: str  # Educator.trait_keys
    pupils: int | None
    answers: int | None  # percent


ROW = (
    "pk", "last_active_at", "is_available", "country", "trait_keys", "pupils_count", "answer_rate",
)  # fmt: skip


def rows_of(found: Iterable[tuple[Any, ...]]) -> list[Row]:
    """What a database answered for ``ROW``."""
    return [Row(*values) for values in found]


# What one shared word is worth, and each further one, of which two count.
WORTH = {
    TraitKind.SUBJECT: (30, 5),
    TraitKind.AGE: (20, 3),
    TraitKind.LANGUAGE: (15, 3),
    TraitKind.INTEREST: (4, 1),
    TraitKind.TOOL: (3, 1),
    TraitKind.AVAILABILITY: (5, 1),
}
FURTHER = 2
ALIKE = 6  # classes of about the same size: the larger at most twice the smaller
FREE = 10  # may be asked
ANSWERING = {AnswerLevel.NEARLY_ALL: 8, AnswerLevel.MOST: 5}
UNKNOWN = 3  # how she answers is not known yet: neither praise nor blame
HERE = {LastHere.WEEK: 10, LastHere.MONTH: 6, LastHere.HALF_YEAR: 2}

NAMED_IN_WORDS = 2  # of each property


@dataclass(frozen=True, slots=True)
class Mine:
    """What the searching educator has herself."""

    keys: frozenset[str]
    pupils: int | None


def mine_of(actor: Actor) -> Mine | None:
    """What an actor is compared by; None for officers and for whom nothing is known of."""
    me = educator_of(actor)
    return Mine(frozenset(me.trait_keys.split()), me.pupils_count) if me and me.trait_keys else None


def fit(mine: Mine, row: Row) -> int:
    """Points of one educator for another: the higher, the better the two fit."""
    points = _traits_worth(tuple(sorted(mine.keys.intersection(row.keys.split()))))
    points += FREE if row.is_available else 0
    points += ALIKE if _alike(mine.pupils, row.pupils) else 0
    answers = answer_level(row.answers)
    points += UNKNOWN if row.answers is None else ANSWERING.get(answers, 0)
    return points + HERE.get(last_here(row.at), 0)


@lru_cache(maxsize=4096)
def _traits_worth(shared: tuple[str, ...]) -> int:
    numbers: dict[str, int] = {}
    for key in shared:
        kind = key.split(":", 1)[0]
        numbers[kind] = numbers.get(kind, 0) + 1
    return sum(
        first + further * min(numbers[kind] - 1, FURTHER)
        for kind, (first, further) in WORTH.items()
        if kind in numbers
    )


def _alike(mine: int | None, hers: int | None) -> bool:
    return bool(mine and hers and max(mine, hers) <= 2 * min(mine, hers))


def why_it_fits(mine: Mine, educator: Educator) -> str:
    """Why the two fit, such as "both teach Biology · pupils of 13-15"; "" when nothing is shared
    that matters most: subjects, ages, languages."""
    shared = mine.keys.intersection(educator.trait_keys.split())
    return _in_words(
        get_language(), tuple(sorted(shared)), _alike(mine.pupils, educator.pupils_count)
    )


@lru_cache(maxsize=4096)
def _in_words(language: str | None, shared: tuple[str, ...], is_alike: bool) -> str:  # noqa: FBT001 - a key
    said = [
        (pgettext("fit", "both teach %(names)s"), _names(shared, TraitKind.SUBJECT, "subjects")),
        (
            pgettext("fit", "pupils of the same age: %(names)s"),
            _names(shared, TraitKind.AGE, "ages"),
        ),
        (pgettext("fit", "both speak %(names)s"), _names(shared, TraitKind.LANGUAGE, "languages")),
    ]
    if not any(names for _, names in said):
        return ""
    said.append(
        (
            pgettext("fit", "both interested in %(names)s"),
            _names(shared, TraitKind.INTEREST, "topics"),
        )
    )
    words = [sentence % {"names": names} for sentence, names in said if names]
    if is_alike:
        words.append(pgettext("fit", "classes of a similar size"))
    return " · ".join(words)


def _names(shared: tuple[str, ...], kind: TraitKind, words: Kind) -> str:
    values = [key.split(":", 1)[1] for key in shared if key.startswith(f"{kind}:")]
    return ", ".join(labels(words, values)[:NAMED_IN_WORDS])
