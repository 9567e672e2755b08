"""The owner of a thing looks after what is said below it."""

from opentwinning.community.comments.actions.write import locked
from opentwinning.community.comments.models import Comment, Thread
from opentwinning.community.comments.policies import may_close_comments, may_hide_comment
from opentwinning.community.comments.vocabulary import Commented
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import deny_unless


@action
def close_comments(*, by: Actor, on: Commented) -> Thread:
    """Nobody comments any more; what is said stays."""
    deny_unless(may_close_comments(by, on))
    thread, _ = Thread.objects.update_or_create(
        kind=on.kind, thing=on.ref, defaults={"owner": on.owner, "closed_at": now()}
    )
    return thread


@action
def open_comments(*, by: Actor, on: Commented) -> None:
    """Comments are welcome again."""
    deny_unless(may_close_comments(by, on))
    Thread.objects.filter(kind=on.kind, thing=on.ref).update(closed_at=None)
    note(on.owner, kind=on.kind, thing=on.ref)


@action
def hide_comment(*, by: Actor, comment: Comment) -> Comment:
    """Below her own thing the owner hides what she does not want to stand there. Its author still
    reads it, and that it is hidden."""
    comment = locked(comment)
    deny_unless(may_hide_comment(by, comment))
    comment.hidden_at = now()
    comment.save(update_fields=["hidden_at"])
    return comment


@action
def show_comment(*, by: Actor, comment: Comment) -> Comment:
    """Everybody reads it again."""
    comment = locked(comment)
    deny_unless(may_hide_comment(by, comment))
    comment.hidden_at = None
    comment.save(update_fields=["hidden_at"])
    return comment
