"""Finding partners (L-01, L-04, row 7): words and filters, newest activity first, flat in cost.

How it stays flat: all filters and words are looked up together in the full-text index, which
costs what the rarest of them costs, and never yields more than ``COUNT_CAP`` ids. Fewer hits than
that are the whole answer. More hits mean that hits are dense, so walking the educators from the
most recently active one meets a page of them soon.
"""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from opentwinning.community.networking.models import Block
from opentwinning.community.networking.vocabulary import COUNT_CAP, PAGE
from opentwinning.core.actor import Actor
from opentwinning.core.prepared import padded, prepared
from opentwinning.core.text import words
from opentwinning.facilities.search.queries import matching
from opentwinning.people.accounts.models import Suspension
from opentwinning.people.educators.models import Educator, Trait
from opentwinning.people.educators.vocabulary import TraitKind, ValidationState, facet_word

type Cursor = tuple[dt.datetime, int]
SHOWN = ("ref", "name", "country", "about", "ideas", "last_active_at")  # what a card is made of


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody looks for; empty means anything."""

    text: str = ""
    country: str = ""
    traits: dict[TraitKind, str] = field(default_factory=dict)

    @property
    def facets(self) -> list[str]:
        found = [facet_word(kind, value) for kind, value in self.traits.items() if value]
        return [facet_word("country", self.country), *found] if self.country else found


@dataclass(frozen=True, slots=True)
class Hits:
    """One page. ``total`` belongs to the first page and is exact unless ``is_capped``; ``after``
    begins the next page."""

    educators: list[Educator]
    total: int
    is_capped: bool
    after: Cursor | None


def directory(actor: Actor, wish: Wish, *, after: Cursor | None = None) -> Hits:
    """Visible validated educators other than the actor and those across a block."""
    ids = _found(wish)
    if ids is None:
        return _all(actor.account_id or 0, after)
    if len(ids) <= COUNT_CAP or words(wish.text):
        return _few(actor.account_id or 0, ids, wish, after)
    return _many(_listed(actor.account_id or 0), wish, after)


def directory_size(wish: Wish) -> tuple[int, bool]:
    """How many there are, capped; for those who may not see names yet (A15)."""
    if _found(wish) is None:
        number = _listed(0)[: COUNT_CAP + 1].count()
        return min(number, COUNT_CAP), number > COUNT_CAP
    hits = directory(Actor(), wish)
    return hits.total, hits.is_capped


def _listed(account: int, *, by_number: bool = False) -> QuerySet[Educator]:
    """Whom an account (0 for nobody) may find. ``by_number``: the rows are named by their ids, so
    the index of the whole directory is hidden from the database, which would walk it from end to
    end."""
    seen = Coalesce("is_visible", Value(value=False)) if by_number else F("is_visible")
    # Few are suspended or blocked: a look into small indexes costs less than a join for every row.
    suspended = Suspension.objects.filter(ended_at=None).values("account")
    by_me = Block.objects.filter(owner__account_id=account).values("blocked")
    of_me = Block.objects.filter(blocked__account_id=account).values("owner")
    rows = Educator.objects.alias(seen=seen).filter(
        seen=True, validation_state=ValidationState.VALIDATED
    )
    rows = rows.exclude(account__in=suspended).exclude(account_id=account)
    return rows.exclude(pk__in=by_me).exclude(pk__in=of_me).only(*SHOWN)


@prepared
def _newest(account: int) -> QuerySet[Educator]:
    return _in_order(_listed(account))


@prepared
def _newest_after(account: int, at: dt.datetime, pk: int) -> QuerySet[Educator]:
    return _in_order(_beyond(_listed(account), at, pk))


def _found(wish: Wish) -> list[int] | None:
    """Ids from the index, one more than the cap when there are many; None without any filter."""
    return matching("educator", wish.text, whole=wish.facets, limit=COUNT_CAP + 1)


def _all(account: int, after: Cursor | None) -> Hits:
    found = _newest_after(account, *after) if after else _newest(account)
    return _page(found, COUNT_CAP, is_capped=True)


def _few(account: int, ids: list[int], wish: Wish, after: Cursor | None) -> Hits:
    listed = _in_sight(account, padded(ids)) if ids else []
    if wish.traits.get(TraitKind.AVAILABILITY):
        listed = [row for row in listed if row[2]]
    left = [pk for pk, at, _ in listed if after is None or (at, pk) < after][: PAGE + 1]
    found = {each.pk: each for each in _by_number(left)} if left else {}
    is_capped = len(ids) > COUNT_CAP
    shown = [found[pk] for pk in left if pk in found]
    return _page(shown, min(len(listed), COUNT_CAP), is_capped=is_capped)


@prepared
def _in_sight(account: int, ids: list[int]) -> QuerySet[Educator, tuple[int, dt.datetime, bool]]:
    rows = _listed(account, by_number=True).filter(pk__in=ids)
    rows = rows.order_by("-last_active_at", "-pk")
    return rows.values_list("pk", "last_active_at", "is_available")


@prepared
def _by_number(ids: list[int]) -> QuerySet[Educator]:
    return Educator.objects.filter(pk__in=ids).only(*SHOWN)


def _many(listed: QuerySet[Educator], wish: Wish, after: Cursor | None) -> Hits:
    rows = listed.filter(country=wish.country) if wish.country else listed
    if wish.traits.get(TraitKind.AVAILABILITY):
        rows = rows.filter(is_available=True)
    for kind, value in wish.traits.items():
        if value:
            held = Trait.objects.filter(educator=OuterRef("pk"), kind=kind, value=value)
            rows = rows.filter(Exists(held))
    return _page(_stretch(rows, after), COUNT_CAP, is_capped=True)


def _stretch(rows: QuerySet[Educator], after: Cursor | None) -> list[Educator]:
    return list(_in_order(_beyond(rows, *after) if after else rows))


def _beyond(rows: QuerySet[Educator], at: dt.datetime, pk: int) -> QuerySet[Educator]:
    # The first condition says nothing new, but it is the one an index can begin with.
    return rows.filter(last_active_at__lte=at).filter(Q(last_active_at__lt=at) | Q(pk__lt=pk))


def _in_order(rows: QuerySet[Educator]) -> QuerySet[Educator]:
    return rows.order_by("-last_active_at", "-pk")[: PAGE + 1]


def _page(found: list[Educator], total: int, *, is_capped: bool) -> Hits:
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Hits(
        educators=found[:PAGE],
        total=total,
        is_capped=is_capped,
        after=(last.last_active_at, last.pk) if last else None,
    )
