"""What stands below a thing, for one reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.db.models import Count, Q, QuerySet

from opentwinning.community.comments.models import Comment, Thread
from opentwinning.community.comments.policies import (
    may_close_comments,
    may_comment,
    may_delete_comment,
    may_edit_comment,
    may_hide_comment,
)
from opentwinning.community.comments.vocabulary import MOST, Commented, commentable
from opentwinning.community.networking.models import Block
from opentwinning.community.networking.policies import is_own
from opentwinning.core import richtext
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden

_POLICIES = {
    "edit": may_edit_comment,
    "delete": may_delete_comment,
    "hide": may_hide_comment,
}
_ON = {"comment": may_comment, "close": may_close_comments}


@dataclass(frozen=True, slots=True)
class Said:
    """One comment as the reader meets it."""

    comment: Comment
    html: str
    is_mine: bool
    may_hide: bool


@dataclass(frozen=True, slots=True)
class Below:
    """All comments below a thing."""

    on: Commented
    rows: list[Said]
    is_closed: bool
    may_close: bool
    may_comment: bool

    @property
    def count(self) -> int:
        return sum(said.comment.is_shown for said in self.rows)


def access_commented(
    actor: Actor, kind: str, ref: str, *, to: Literal["comment", "close"]
) -> Commented:
    """The thing behind its kind and public id, for who may comment or close."""
    declared = commentable(kind)
    if declared is None:
        raise Refused(hidden())
    on = declared.find(actor, ref)
    deny_unless(_ON[to](actor, on))
    return on


def access_comment(actor: Actor, ref: str, *, to: Literal["edit", "delete", "hide"]) -> Comment:
    """The comment behind a public id, for its author or for the owner of the thing."""
    comment = Comment.objects.select_related("author", "thread__owner").filter(ref=ref).first()
    if comment is None:
        raise Refused(hidden())
    deny_unless(_POLICIES[to](actor, comment))
    return comment


def comment_to_report(actor: Actor, ref: str) -> tuple[Comment, Commented]:
    """A shown comment and its thing, for whoever sees the thing."""
    comment = Comment.objects.select_related("author", "thread").filter(ref=ref).first()
    declared = commentable(comment.thread.kind) if comment is not None else None
    if comment is None or declared is None or not comment.is_shown:
        raise Refused(hidden())
    return comment, declared.find(actor, comment.thread.thing)


def comments_below(actor: Actor, on: Commented) -> Below:
    """Oldest first, without those across a block; the author still sees what was taken away, the
    owner of the thing what she hid. Five queries."""
    thread = Thread.objects.filter(kind=on.kind, thing=on.ref).first()
    owns = bool(may_close_comments(actor, on))
    rows = _seen_by(actor, thread, owns=owns) if thread is not None else []
    return Below(
        on=on,
        rows=[_said(actor, comment, owns=owns) for comment in rows],
        is_closed=thread is not None and thread.closed_at is not None,
        may_close=owns,
        may_comment=bool(may_comment(actor, on)),
    )


def counts_below(actor: Actor, kind: str, refs: Iterable[str]) -> dict[str, int]:
    """How many comments a reader finds below each of many things of a kind: one query."""
    rows = Comment.objects.filter(thread__kind=kind, thread__thing__in=list(refs))
    rows = _without_blocked(rows.filter(_SHOWN), actor).order_by()
    return dict(rows.values("thread__thing").annotate(n=Count("pk")).values_list(
        "thread__thing", "n"
    ))  # fmt: skip


_SHOWN = Q(deleted_at=None, hidden_at=None, withheld_at=None)


def _seen_by(actor: Actor, thread: Thread, *, owns: bool) -> list[Comment]:
    mine = Q(author__account_id=actor.account_id) if actor.account_id is not None else Q(pk=0)
    of_owner = Q(deleted_at=None, withheld_at=None) if owns else Q(pk=0)
    rows = thread.comments.filter(_SHOWN | mine | of_owner)
    rows = _without_blocked(rows, actor).select_related("author")
    return list(rows.order_by("at", "pk")[: 2 * MOST])


def _without_blocked(rows: QuerySet[Comment], actor: Actor) -> QuerySet[Comment]:
    me = actor.account_id or 0
    by_me = Block.objects.filter(owner__account_id=me).values("blocked")
    of_me = Block.objects.filter(blocked__account_id=me).values("owner")
    return rows.exclude(author__in=by_me).exclude(author__in=of_me)


def _said(actor: Actor, comment: Comment, *, owns: bool) -> Said:
    mine = is_own(actor, comment.author)
    html = richtext.rendered(comment.text)
    return Said(comment=comment, html=html, is_mine=mine, may_hide=owns and not mine)
