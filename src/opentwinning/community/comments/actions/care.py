"""Comments are withheld after a decision and come back as they stood (H17); the house forgets what
lay in the trash and what stood below a thing that is gone."""

import datetime as dt

from opentwinning.community.comments.models import Comment, Thread
from opentwinning.community.comments.policies import may_forget_comments
from opentwinning.community.comments.vocabulary import TRASH_DAYS
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import deny_unless


@action
def withhold_comment(*, by: Actor, ref: str) -> None:
    """Only its author still reads it. The one who decides is judged before."""
    Comment.objects.filter(ref=ref, withheld_at=None).update(withheld_at=now())
    note(comment=ref)


@action
def give_comment_back(*, by: Actor, ref: str) -> None:
    """As it stood: what the owner of the thing hid stays hidden."""
    Comment.objects.filter(ref=ref).update(withheld_at=None)
    note(comment=ref)


@action
def purge_comments(*, by: Actor) -> int:
    """Forget comments that lay in the trash long enough; returns how many. One that a decision
    touches stays until that is over."""
    deny_unless(may_forget_comments(by))
    old = now() - dt.timedelta(days=TRASH_DAYS)
    rows = Comment.objects.filter(deleted_at__lt=old, withheld_at=None)
    refs = list(rows.values_list("ref", flat=True))
    rows.delete()
    note(comments=refs)
    return len(refs)


@action
def forget_comments(*, by: Actor, kind: str, refs: list[str]) -> int:
    """The things are gone for good, and what stood below them goes with them; returns how many
    threads. Called by the app that keeps the things."""
    deny_unless(may_forget_comments(by))
    gone, _ = Thread.objects.filter(kind=kind, thing__in=refs).delete()
    note(kind=kind, things=refs)
    return gone
