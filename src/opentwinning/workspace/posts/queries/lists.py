"""Lists of posts, each filtered like the policy (B4)."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.posts.models import Post, PostPhoto
from opentwinning.workspace.posts.vocabulary import PostState
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.policies import may_read_place
from opentwinning.workspace.spaces.queries import Presence, places_readable_by
from opentwinning.workspace.spaces.vocabulary import MemberCapacity, SpacePlace, SpaceState

LATEST = 12


def posts_in(presence: Presence, place: SpacePlace | str) -> QuerySet[Post]:
    """Posts of one place that the member may read, newest first."""
    member = presence.member
    if not may_read_place(member, place):
        return Post.objects.none()
    rows = Post.objects.filter(space=presence.space, place=place, deleted_at=None)
    if not member.is_adult:
        rows = rows.filter(Q(state=PostState.VISIBLE) | Q(author=member))
    return rows.select_related("author", "decided_by").order_by("-id")


def pinned_in(presence: Presence) -> QuerySet[Post]:
    """Posts that teachers keep at the top of the diary, as far as the member may read them, the
    last one first."""
    rows = posts_in(presence, SpacePlace.WHOLE).filter(pinned_at__isnull=False)
    return rows.order_by("-pinned_at", "-id")


@prepared
def _latest(space: int, places: list[str]) -> QuerySet[Post]:
    rows = Post.objects.filter(
        space_id=space, place__in=places, deleted_at=None, state=PostState.VISIBLE
    )
    return rows.select_related("author").order_by("-id")[:LATEST]


def latest_posts(presence: Presence) -> list[Post]:
    """The latest visible posts of all places that the member reads, at most ``LATEST``."""
    return _latest(presence.space.pk, [str(p) for p in places_readable_by(presence.member)])


def photos_of(posts: Iterable[Post]) -> dict[int, list[SpaceFile]]:
    """Pictures of these posts in order, by post: one statement for all."""
    found: dict[int, list[SpaceFile]] = defaultdict(list)
    rows = (
        PostPhoto.objects.filter(post__in=[post.pk for post in posts], file__deleted_at=None)
        .select_related("file")
        .order_by("position", "pk")
    )
    for row in rows:
        found[row.post_id].append(row.file)
    return found


def waiting_in(presence: Presence) -> QuerySet[Post]:
    """Pupils' posts the educator may decide about, oldest first."""
    member = presence.member
    rows = Post.objects.filter(
        space=presence.space, state=PostState.WAITING, deleted_at=None
    ).select_related("author", "decided_by")
    if not member.is_adult:
        return rows.none()
    if not member.is_admin:
        rows = rows.filter(_of_own_class(member.account_id))
    return rows.order_by("pk")


@prepared
def _waiting_by_space(account: int) -> QuerySet[Post, tuple[str, str, int]]:
    mine = Member.objects.filter(account_id=account, left_at=None)
    led = mine.filter(capacity=MemberCapacity.ADMIN).values("space")
    waiting = Post.objects.filter(
        Q(space__in=led) | _of_own_class(account),
        space__in=mine.values("space"),
        space__state=SpaceState.OPEN,
        state=PostState.WAITING,
        deleted_at=None,
    )
    counted = waiting.order_by("space__title").values("space__ref", "space__title")
    return counted.annotate(count=Count("pk", distinct=True)).values_list(
        "space__ref", "space__title", "count"
    )


def waiting_by_space(actor: Actor) -> list[tuple[str, str, int]]:
    """For Today: public id and title of spaces with posts the actor should decide about, and how
    many."""
    if actor.account_id is None:
        return []
    return _waiting_by_space(actor.account_id)


def _of_own_class(account_id: int | None) -> Q:
    return Q(author__pupil__school_class__owners__educator__account_id=account_id)


def trash_of(presence: Presence) -> QuerySet[Post]:
    """Deleted posts the member may take back."""
    rows = Post.objects.filter(space=presence.space, deleted_at__isnull=False)
    if not presence.member.is_adult:
        rows = rows.exclude(place=SpacePlace.STAFF_ROOM)
    if not presence.member.is_admin:
        rows = rows.filter(deleted_by=presence.member)
    return rows.select_related("author").order_by("-deleted_at")
