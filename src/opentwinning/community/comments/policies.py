"""Who comments, moderates and takes back (L-10, L-12). Whether somebody sees the thing below which
a comment stands was judged by the thing's own door."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.comments.models import Comment, Thread
from opentwinning.community.comments.vocabulary import Commented
from opentwinning.community.networking.models import Block
from opentwinning.community.networking.policies import is_own
from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.educators.models import Educator

_NOT_VALIDATED = pgettext_lazy(
    "networking", "This opens when your support organisation has validated you."
)
_CLOSED = pgettext_lazy("comments", "Comments are closed here.")


def may_comment(actor: Actor, on: Commented) -> Verdict:
    """A validated educator, while comments are open; not across a block. Whoever was blocked reads
    the same sentence as where comments are closed."""
    if not actor.is_a(Role.VALIDATED):
        return refused(_NOT_VALIDATED) if actor.is_a(Role.EDUCATOR) else hidden()
    if not on.is_open or is_closed(on):
        return refused(_CLOSED)
    me = Educator.objects.filter(account_id=actor.account).first()
    if me is None or Block.stands_between(me.pk, on.owner.pk):
        return refused(_CLOSED)
    return granted()


def is_closed(on: Commented) -> bool:
    """True when the owner closed the comments below her thing."""
    closed = Thread.objects.filter(kind=on.kind, thing=on.ref).exclude(closed_at=None)
    return closed.exists()


def may_close_comments(actor: Actor, on: Commented) -> Verdict:
    """The owner of the thing closes and opens them."""
    return _as_validated(actor) if is_own(actor, on.owner) else hidden()


def may_edit_comment(actor: Actor, comment: Comment) -> Verdict:
    """Its author, while it is shown."""
    if not is_own(actor, comment.author) or comment.deleted_at is not None:
        return hidden()
    if not comment.is_shown:
        return refused(pgettext_lazy("comments", "This comment is hidden."))
    return _as_validated(actor)


def may_delete_comment(actor: Actor, comment: Comment) -> Verdict:
    """Its author, also a hidden one."""
    return _as_validated(actor) if is_own(actor, comment.author) else hidden()


def may_hide_comment(actor: Actor, comment: Comment) -> Verdict:
    """The owner of the thing, somebody else's comment."""
    if not is_own(actor, comment.thread.owner) or is_own(actor, comment.author):
        return hidden()
    return _as_validated(actor)


def may_forget_comments(actor: Actor) -> Verdict:
    """The house itself: the thing is gone."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def _as_validated(actor: Actor) -> Verdict:
    return granted() if actor.is_a(Role.VALIDATED) else refused(_NOT_VALIDATED)
