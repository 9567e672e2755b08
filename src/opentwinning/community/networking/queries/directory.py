"""Finding partners (L-01, L-04, row 7): words and filters, flat in cost; first who was here
last, or who fits best.

How it stays flat: all filters and words are looked up together in the full-text index, which
costs what the rarest of them costs, and never yields more than ``COUNT_CAP`` ids. Fewer hits than
that are the whole answer. More hits mean that hits are dense, so walking the educators from the
most recently active one meets a page of them soon.

By fit, those found are put in order by points (``fit.py``): all of them up to ``COUNT_CAP``; of
more, a pool of those who were here last. Behind the pool the list goes on by last activity.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from opentwinning.community.networking.models import Block
from opentwinning.community.networking.queries.fit import ROW, Mine, Row, fit, rows_of
from opentwinning.community.networking.vocabulary import COUNT_CAP, PAGE
from opentwinning.core.actor import Actor
from opentwinning.core.prepared import padded, prepared
from opentwinning.core.text import words
from opentwinning.facilities.search.queries import matching
from opentwinning.people.accounts.models import Suspension
from opentwinning.people.educators.models import Educator, Trait
from opentwinning.people.educators.vocabulary import TraitKind, ValidationState, facet_word
from opentwinning.people.support.queries import resting_before

type Cursor = tuple[dt.datetime, int]
# What a card is made of.
SHOWN = (
    "ref", "name", "country", "about", "ideas", "last_active_at", "answer_rate", "trait_keys",
    "pupils_count", "photo_key",
)  # fmt: skip
SAMPLE = 256  # of more hits than the cap, so many are looked at
POOL = 240  # so many of the whole directory are put in order by fit
SMALL_POOL = 3 * PAGE  # of many hits, each of which has to be looked for


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


class View(NamedTuple):
    """Who looks (account, 0 for nobody), and since when somebody must have been here."""

    account: int
    since: dt.datetime


@dataclass(frozen=True, slots=True)
class Hits:
    """One page. ``total`` belongs to the first page and is exact unless ``is_capped``; ``after``
    begins the next page, by fit together with ``points``. ``rows`` are all of them, or some when
    there are more than the cap."""

    educators: list[Educator]
    total: int
    is_capped: bool
    after: Cursor | None
    rows: list[Row] = field(default_factory=list)
    points: int | None = None


def directory(
    actor: Actor,
    wish: Wish,
    *,
    after: Cursor | None = None,
    mine: Mine | None = None,
    points: int | None = None,
) -> Hits:
    """Visible validated educators other than the actor and those across a block; nobody who was not
    here for so long that the profile rests (X-15). With ``mine`` who fits best stands first;
    ``points`` are those of the person a page begins ``after``, None behind the pool."""
    view, ids = View(actor.account_id or 0, resting_before()), _found(wish)
    if mine is not None and (after is None or points is not None):
        last = (points or 0, *after) if after else None
        return _by_fit(mine, _pool(view, ids, wish), last)
    if ids is None:
        return _all(view, after)
    if len(ids) <= COUNT_CAP or words(wish.text):
        return _few(view, ids, wish, after)
    return _many(view, ids, wish, after)


def directory_size(wish: Wish) -> tuple[int, bool]:
    """How many there are, capped; for those who may not see names yet (A15)."""
    hits = directory(Actor(), wish)
    return hits.total, hits.is_capped


def _listed(account: int, since: dt.datetime, *, by_number: bool = False) -> QuerySet[Educator]:
    """Whom an account (0 for nobody) may find: who was here ``since``. ``by_number``: the rows
    are named by their ids, so the index of the whole directory is hidden from the database, which
    would walk it from end to end."""
    seen = Coalesce("is_visible", Value(value=False)) if by_number else F("is_visible")
    # Few are suspended or blocked: a look into small indexes costs less than a join for every row.
    suspended = Suspension.objects.filter(ended_at=None).values("account")
    by_me = Block.objects.filter(owner__account_id=account).values("blocked")
    of_me = Block.objects.filter(blocked__account_id=account).values("owner")
    rows = Educator.objects.alias(seen=seen).filter(
        seen=True, validation_state=ValidationState.VALIDATED, last_active_at__gte=since
    )
    rows = rows.exclude(account__in=suspended).exclude(account_id=account)
    return rows.exclude(pk__in=by_me).exclude(pk__in=of_me).only(*SHOWN)


@dataclass(frozen=True, slots=True)
class Pool:
    """Whom to put in order by fit; ``goes_on`` when there are more, who were here before them."""

    rows: list[Row]
    total: int
    is_capped: bool
    goes_on: bool
    known: list[Row]  # for the numbers beside the filters


def _pool(view: View, ids: list[int] | None, wish: Wish) -> Pool:
    if ids is None and _beyond_cap(*view):
        top = rows_of(_newest_rows(*view))
        return Pool(top, COUNT_CAP, is_capped=True, goes_on=True, known=[])
    if ids is not None and len(ids) > COUNT_CAP and not words(wish.text):
        found = rows_of(_rows(_wished(view, wish))[: SMALL_POOL + 1])
        known = _of_them(view, ids[:SAMPLE], wish)
        goes_on = len(found) > SMALL_POOL
        return Pool(found[:SMALL_POOL], COUNT_CAP, is_capped=True, goes_on=goes_on, known=known)
    if ids is None:
        rows = rows_of(_everybody(*view))
        return Pool(rows, len(rows), is_capped=False, goes_on=False, known=rows)
    rows, is_capped = _of_them(view, ids, wish), len(ids) > COUNT_CAP
    return Pool(rows, min(len(rows), COUNT_CAP), is_capped, goes_on=False, known=rows)


def _by_fit(mine: Mine, pool: Pool, last: tuple[int, dt.datetime, int] | None) -> Hits:
    order = sorted(((fit(mine, row), row.at, row.pk) for row in pool.rows), reverse=True)
    left = [each for each in order if last is None or each < last]
    shown = left[:PAGE]
    after, points = None, None
    if len(left) > PAGE:
        points, *_ = shown[-1]
        after = shown[-1][1:]
    elif pool.goes_on:
        after = (pool.rows[-1].at, pool.rows[-1].pk)
    found = {each.pk: each for each in _by_number([pk for _, _, pk in shown])} if shown else {}
    return Hits(
        educators=[found[pk] for _, _, pk in shown if pk in found],
        total=pool.total,
        is_capped=pool.is_capped,
        after=after,
        rows=pool.known if last is None else [],
        points=points,
    )


@prepared
def _newest_rows(account: int, since: dt.datetime) -> QuerySet[Educator, tuple[Any, ...]]:
    return _rows(_listed(account, since))[:POOL]


@prepared
def _newest(account: int, since: dt.datetime) -> QuerySet[Educator]:
    return _in_order(_listed(account, since))


@prepared
def _newest_after(account: int, since: dt.datetime, at: dt.datetime, pk: int) -> QuerySet[Educator]:
    return _in_order(_beyond(_listed(account, since), at, pk))


def _found(wish: Wish) -> list[int] | None:
    """Ids from the index, one more than the cap when there are many; None without any filter."""
    return matching("educator", wish.text, whole=wish.facets, limit=COUNT_CAP + 1)


def _all(view: View, after: Cursor | None) -> Hits:
    if after:
        return _page(_newest_after(*view, *after), 0, is_capped=True)
    if _beyond_cap(*view):
        return _page(_newest(*view), COUNT_CAP, is_capped=True)
    rows = rows_of(_everybody(*view))
    return _page(_newest(*view), len(rows), is_capped=False, rows=rows)


@prepared
def _beyond_cap(account: int, since: dt.datetime) -> QuerySet[Educator, int]:
    """Whoever stands behind those we count, if anybody does."""
    rows = _listed(account, since).order_by("-last_active_at", "-pk").values_list("pk", flat=True)
    return rows[COUNT_CAP : COUNT_CAP + 1]


@prepared
def _everybody(account: int, since: dt.datetime) -> QuerySet[Educator, tuple[Any, ...]]:
    return _rows(_listed(account, since))[:COUNT_CAP]


def _few(view: View, ids: list[int], wish: Wish, after: Cursor | None) -> Hits:
    rows = _of_them(view, ids, wish)
    left = [row.pk for row in rows if after is None or (row.at, row.pk) < after][: PAGE + 1]
    found = {each.pk: each for each in _by_number(left)} if left else {}
    shown = [found[pk] for pk in left if pk in found]
    is_capped = len(ids) > COUNT_CAP
    return _page(shown, min(len(rows), COUNT_CAP), is_capped=is_capped, rows=rows)


def _of_them(view: View, ids: list[int], wish: Wish) -> list[Row]:
    rows = rows_of(_in_sight(*view, padded(ids))) if ids else []
    return (
        [row for row in rows if row.is_available]
        if wish.traits.get(TraitKind.AVAILABILITY)
        else rows
    )


@prepared
def _in_sight(
    account: int, since: dt.datetime, ids: list[int]
) -> QuerySet[Educator, tuple[Any, ...]]:
    return _rows(_listed(account, since, by_number=True).filter(pk__in=ids))


def _rows(listed: QuerySet[Educator]) -> QuerySet[Educator, tuple[Any, ...]]:
    rows = listed.order_by("-last_active_at", "-pk")
    return rows.values_list(*ROW)


@prepared
def _by_number(ids: list[int]) -> QuerySet[Educator]:
    return Educator.objects.filter(pk__in=ids).only(*SHOWN)


def _many(view: View, ids: list[int], wish: Wish, after: Cursor | None) -> Hits:
    rows = _wished(view, wish)
    found = list(_in_order(_beyond(rows, *after) if after else rows))
    known = [] if after else _of_them(view, ids[:SAMPLE], wish)
    return _page(found, COUNT_CAP, is_capped=True, rows=known)


def _wished(view: View, wish: Wish) -> QuerySet[Educator]:
    """The filters once more, for walking the directory from who was here last."""
    rows = _listed(*view)
    rows = rows.filter(country=wish.country) if wish.country else rows
    if wish.traits.get(TraitKind.AVAILABILITY):
        rows = rows.filter(is_available=True)
    for kind, value in wish.traits.items():
        if value:
            held = Trait.objects.filter(educator=OuterRef("pk"), kind=kind, value=value)
            rows = rows.filter(Exists(held))
    return rows


def _beyond(rows: QuerySet[Educator], at: dt.datetime, pk: int) -> QuerySet[Educator]:
    # The first condition says nothing new, but it is the one an index can begin with.
    return rows.filter(last_active_at__lte=at).filter(Q(last_active_at__lt=at) | Q(pk__lt=pk))


def _in_order(rows: QuerySet[Educator]) -> QuerySet[Educator]:
    return rows.order_by("-last_active_at", "-pk")[: PAGE + 1]


def _page(
    found: list[Educator], total: int, *, is_capped: bool, rows: list[Row] | None = None
) -> Hits:
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Hits(
        educators=found[:PAGE],
        total=total,
        is_capped=is_capped,
        after=(last.last_active_at, last.pk) if last else None,
        rows=rows or [],
    )
