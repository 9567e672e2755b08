"""Finding partners (L-01, L-04, row 7): words and filters, newest activity first, flat in cost.

How it stays flat: all filters and words are looked up together in the full-text index, which
costs what the rarest of them costs, and never yields more than ``COUNT_CAP`` ids. Fewer hits than
that are the whole answer. More hits mean that hits are dense, so walking the educators from the
most recently active one meets a page of them soon.
"""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value, Window
from django.db.models.functions import Coalesce

from opentwinning.community.networking.models import Block
from opentwinning.community.networking.vocabulary import COUNT_CAP, PAGE
from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.core.text import words
from opentwinning.facilities.search.queries import matching
from opentwinning.people.accounts.models import Suspension
from opentwinning.people.educators.models import Educator, Trait
from opentwinning.people.educators.vocabulary import TraitKind, ValidationState, facet_word

type Cursor = tuple[dt.datetime, int]


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
    is_few = ids is not None and (len(ids) <= COUNT_CAP or bool(words(wish.text)))
    listed = _listed(actor, by_number=is_few)
    if wish.traits.get(TraitKind.AVAILABILITY):
        listed = listed.filter(is_available=True)
    if is_few:
        return _few(listed, ids or [], after)
    return _many(listed, wish, after)


def directory_size(wish: Wish) -> tuple[int, bool]:
    """How many there are, capped; for those who may not see names yet (A15)."""
    if _found(wish) is None:
        number = _listed(Actor())[: COUNT_CAP + 1].count()
        return min(number, COUNT_CAP), number > COUNT_CAP
    hits = directory(Actor(), wish)
    return hits.total, hits.is_capped


@prepared
def _blocks(account: int) -> QuerySet[Block, tuple[int, int]]:
    mine, theirs = Q(owner__account_id=account), Q(blocked__account_id=account)
    return Block.objects.filter(mine | theirs).values_list("owner_id", "blocked_id")


def _listed(actor: Actor, *, by_number: bool = False) -> QuerySet[Educator]:
    """Whom the actor may find. ``by_number``: the rows are named by their ids, so the index of the
    whole directory is hidden from the database, which would walk it from end to end."""
    seen = Coalesce("is_visible", Value(value=False)) if by_number else F("is_visible")
    # Few are suspended: a look into their small index costs less than a join for every row.
    suspended = Suspension.objects.filter(ended_at=None)
    rows = Educator.objects.alias(seen=seen).filter(
        seen=True, validation_state=ValidationState.VALIDATED
    )
    rows = rows.exclude(account__in=suspended.values("account"))
    if actor.account_id is None:
        return rows
    rows = rows.exclude(account_id=actor.account)
    blocked = {each for pair in _blocks(actor.account_id) for each in pair}
    return rows.exclude(pk__in=blocked) if blocked else rows


def _found(wish: Wish) -> list[int] | None:
    """Ids from the index, one more than the cap when there are many; None without any filter."""
    return matching("educator", wish.text, whole=wish.facets, limit=COUNT_CAP + 1)


def _few(listed: QuerySet[Educator], ids: list[int], after: Cursor | None) -> Hits:
    # Rows and their number in one statement: the long list of ids is sent and read once.
    counted = listed.filter(pk__in=ids).annotate(hits=Window(Count("pk")))
    found = _stretch(counted, after)
    total = getattr(found[0], "hits", 0) if found else 0
    return _page(found, min(total, COUNT_CAP), is_capped=len(ids) > COUNT_CAP)


def _many(listed: QuerySet[Educator], wish: Wish, after: Cursor | None) -> Hits:
    rows = listed.filter(country=wish.country) if wish.country else listed
    for kind, value in wish.traits.items():
        if value:
            held = Trait.objects.filter(educator=OuterRef("pk"), kind=kind, value=value)
            rows = rows.filter(Exists(held))
    return _page(_stretch(rows, after), COUNT_CAP, is_capped=True)


def _stretch(rows: QuerySet[Educator], after: Cursor | None) -> list[Educator]:
    if after is not None:
        at, pk = after
        # The first condition says nothing new, but it is the one an index can begin with.
        rows = rows.filter(last_active_at__lte=at).filter(Q(last_active_at__lt=at) | Q(pk__lt=pk))
    return list(rows.order_by("-last_active_at", "-pk")[: PAGE + 1])


def _page(found: list[Educator], total: int, *, is_capped: bool) -> Hits:
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Hits(
        educators=found[:PAGE],
        total=total,
        is_capped=is_capped,
        after=(last.last_active_at, last.pk) if last else None,
    )
