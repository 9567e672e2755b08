"""Who follows whom (L-11). Whoever is hidden, suspended or no longer validated is in no list."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from opentwinning.community.networking.models import Block, Follow, ShownFollowers
from opentwinning.community.networking.queries.contacts import is_newcomer
from opentwinning.community.networking.vocabulary import FOLLOWS, NEWCOMER_FOLLOWS, PAGE
from opentwinning.people.accounts.models import Suspension
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import ValidationState

type Cursor = tuple[dt.datetime, int]


def present_educators() -> QuerySet[Educator]:
    """Whom colleagues may see at all: validated, visible, not suspended."""
    suspended = Suspension.objects.filter(ended_at=None).values("account")
    rows = Educator.objects.filter(is_visible=True, validation_state=ValidationState.VALIDATED)
    return rows.exclude(account__in=suspended)


def across_block(me: int, path: str) -> Q | Exists:
    """Rows whose educator at ``path`` blocked an educator (id) or was blocked by her."""
    by_me = Block.objects.filter(owner=me, blocked=OuterRef(path))
    of_me = Block.objects.filter(blocked=me, owner=OuterRef(path))
    return Q(Exists(by_me)) | Q(Exists(of_me))


def followed_by(
    me: Educator, *, after: Cursor | None = None
) -> tuple[list[Educator], Cursor | None]:
    """One page of those one follows, newest first, and where the next page begins."""
    rows = Follow.objects.filter(follower=me, ended_at=None, followed__in=present_educators())
    page, following = _page(rows.select_related("followed"), after)
    return [row.followed for row in page], following


def followers_of(
    me: Educator, *, after: Cursor | None = None
) -> tuple[list[Educator], Cursor | None]:
    """One page of one's followers, newest first, and where the next page begins."""
    page, following = _page(_followers(me).select_related("follower"), after)
    return [row.follower for row in page], following


def followers_number(educator: Educator) -> int:
    """How many follow her."""
    return _followers(educator).count()


def follower_accounts(educator: Educator) -> list[int]:
    """Accounts of those who follow her and may read her."""
    rows = _followers(educator).values_list("follower__account_id", flat=True)
    return list(rows.order_by("pk"))


def shows_followers(educator: Educator) -> bool:
    """True when others may see how many follow her."""
    return ShownFollowers.objects.filter(owner=educator).exists()


def does_follow(me: Educator, other: Educator) -> bool:
    """True when one follows the other."""
    return Follow.objects.filter(follower=me, followed=other, ended_at=None).exists()


def follows_a_day(me: Educator) -> int:
    """How many educators one may begin to follow in a day (G9)."""
    return NEWCOMER_FOLLOWS if is_newcomer(me) else FOLLOWS


def _followers(educator: Educator) -> QuerySet[Follow]:
    """Somebody blocked may press “Follow” without ever learning that it has no effect."""
    rows = Follow.objects.filter(followed=educator, ended_at=None, follower__in=present_educators())
    return rows.exclude(across_block(educator.pk, "follower"))


def _page(rows: QuerySet[Follow], after: Cursor | None) -> tuple[list[Follow], Cursor | None]:
    if after is not None:
        at, pk = after
        rows = rows.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk))
    found = list(rows.order_by("-at", "-pk")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return found[:PAGE], (last.at, last.pk) if last else None
