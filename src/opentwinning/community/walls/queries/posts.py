"""Posts as one reader meets them: her stream, somebody's wall, what she searches."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from django.db.models import Exists, OuterRef, Q, QuerySet

from opentwinning.community.comments.queries import counts_below
from opentwinning.community.comments.vocabulary import Commented
from opentwinning.community.networking.models import Contact, Follow
from opentwinning.community.networking.policies import is_own
from opentwinning.community.networking.queries import across_block, present_educators
from opentwinning.community.networking.vocabulary import ContactState
from opentwinning.community.walls.models import WallPost
from opentwinning.community.walls.policies import (
    is_officer,
    may_delete_wall_post,
    may_edit_wall_post,
    may_see_wall_post,
)
from opentwinning.community.walls.vocabulary import (
    CIRCLES,
    MOST_NEAR,
    ON_PROFILE,
    PAGE,
    READERS,
    WALL_POST,
    Circle,
)
from opentwinning.core import richtext
from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Refused, Text, deny_unless, hidden
from opentwinning.facilities.search.queries import matching
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import educator_of
from opentwinning.people.support.queries import is_in_charge

type Cursor = tuple[dt.datetime, int]
type Posts = tuple[list["Posted"], Cursor | None]
_POLICIES = {
    "see": may_see_wall_post,
    "edit": may_edit_wall_post,
    "delete": may_delete_wall_post,
}


@dataclass(frozen=True, slots=True)
class Posted:
    """A post as it is shown in a list."""

    post: WallPost
    html: str
    comments: int
    is_mine: bool

    @property
    def circle(self) -> Text:
        return CIRCLES[Circle(self.post.circle)]


def access_post(actor: Actor, ref: str, *, to: Literal["see", "edit", "delete"]) -> WallPost:
    """The post behind a public id, for one intention."""
    post = WallPost.objects.select_related("author").filter(ref=ref).first()
    if post is None:
        raise Refused(hidden())
    deny_unless(_POLICIES[to](actor, post))
    return post


def post_to_comment(actor: Actor, ref: str) -> Commented:
    """A post as a thing to comment on, for whoever reads it."""
    post = access_post(actor, ref, to="see")
    return Commented(
        kind=WALL_POST,
        ref=post.ref,
        owner=post.author,
        title=post.heading,
        url=f"/wall/posts/{post.ref}",
        readers=READERS[Circle(post.circle)],
        is_open=post.withheld_at is None,
    )


def stream_of(actor: Actor, *, after: Cursor | None = None) -> Posts:
    """One's own posts, those of people one follows and of contacts: newest first, one page, and
    where the next begins. Four queries."""
    me = _reader(actor)
    if me is None:
        return [], None
    return _page(actor, _readable(me).filter(author__in=_near(me)), after)


def _near(me: Educator) -> list[int]:
    """Herself, those she follows and her contacts: named one by one, so that the database looks
    into their few posts instead of everybody's."""
    followed = Follow.objects.filter(follower=me, ended_at=None).order_by("-at")
    near = {me.pk, *followed.values_list("followed_id", flat=True)[:MOST_NEAR]}
    pairs = Contact.objects.filter(Q(asker=me) | Q(asked=me), state=ContactState.ACCEPTED)
    for pair in pairs.order_by("-pk").values_list("asker_id", "asked_id")[:MOST_NEAR]:
        near.update(pair)
    return sorted(near)


def search_posts(actor: Actor, text: str, *, after: Cursor | None = None) -> Posts:
    """Among all posts the actor may read, by the beginnings of words."""
    me = _reader(actor)
    if me is None:
        return [], None
    found = matching(WALL_POST, text)
    return _page(actor, _readable(me).filter(pk__in=found or []), after)


def wall_of(actor: Actor, owner: Educator, *, after: Cursor | None = None) -> Posts:
    """What the actor may read of one wall."""
    return _page(actor, _on_wall(actor, owner), after)


def newest_on(actor: Actor, owner: Educator) -> list[WallPost]:
    """The newest posts of one wall, for the profile: one query."""
    rows = _on_wall(actor, owner).order_by("-at", "-pk")
    return list(rows[:ON_PROFILE])


def trash_of(actor: Actor) -> list[WallPost]:
    """What the actor deleted and may take back, newest first."""
    rows = WallPost.objects.filter(author__account_id=actor.account).exclude(deleted_at=None)
    return list(rows.order_by("-deleted_at", "-pk")[:100])


def _reader(actor: Actor) -> Educator | None:
    return educator_of(actor) if actor.is_a(Role.VALIDATED) else None


def _on_wall(actor: Actor, owner: Educator) -> QuerySet[WallPost]:
    rows = WallPost.objects.filter(author=owner, deleted_at=None)
    if is_own(actor, owner) or is_in_charge(actor, owner.country):
        return rows
    me = _reader(actor)
    if me is not None:
        return _readable(me).filter(author=owner)
    if is_officer(actor) and present_educators().filter(pk=owner.pk).exists():
        return rows.filter(circle=Circle.ALL, withheld_at=None)
    return rows.none()


def _readable(me: Educator) -> QuerySet[WallPost]:
    """The posts an educator reads: her own, and of others as ``may_see_wall_post`` says."""
    accepted = Contact.objects.filter(state=ContactState.ACCEPTED)
    contact = Exists(accepted.filter(asker=me, asked=OuterRef("author"))) | Exists(
        accepted.filter(asked=me, asker=OuterRef("author"))
    )
    follows = Exists(Follow.objects.filter(follower=me, followed=OuterRef("author"), ended_at=None))
    circle = (
        Q(circle=Circle.ALL)
        | Q(Q(circle=Circle.CONTACTS), contact)
        | Q(Q(circle=Circle.FOLLOWERS), follows)
    )
    is_there = Exists(present_educators().filter(pk=OuterRef("author")))
    of_others = Q(circle, is_there, withheld_at=None)
    rows = WallPost.objects.filter(Q(author=me) | of_others, deleted_at=None)
    return rows.exclude(across_block(me.pk, "author"))


def _page(actor: Actor, rows: QuerySet[WallPost], after: Cursor | None) -> Posts:
    if after is not None:
        at, pk = after
        rows = rows.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk))
    found = list(rows.select_related("author").order_by("-at", "-pk")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return _posted(actor, found[:PAGE]), (last.at, last.pk) if last else None


def _posted(actor: Actor, posts: list[WallPost]) -> list[Posted]:
    counts = counts_below(actor, WALL_POST, [post.ref for post in posts]) if posts else {}
    return [
        Posted(
            post=post,
            html=richtext.rendered(post.text),
            comments=counts.get(post.ref, 0),
            is_mine=is_own(actor, post.author),
        )
        for post in posts
    ]
