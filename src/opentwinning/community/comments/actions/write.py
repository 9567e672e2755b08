"""Writing a comment, changing it, taking it back (L-10, L-12)."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.comments.events import CommentWritten
from opentwinning.community.comments.models import Comment, Thread
from opentwinning.community.comments.policies import (
    may_comment,
    may_delete_comment,
    may_edit_comment,
)
from opentwinning.community.comments.vocabulary import MOST, Commented
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.educators.models import Educator

_FULL = pgettext_lazy("comments", "This page has very many comments. It takes no more.")


@action
def write_comment(*, by: Actor, on: Commented, text: str) -> Comment:
    """Below the thing, for everybody who sees it. The same words sent twice are one (G6)."""
    thread, _ = Thread.objects.select_for_update().get_or_create(
        kind=on.kind, thing=on.ref, defaults={"owner": on.owner}
    )
    deny_unless(may_comment(by, on))
    author = Educator.objects.get(account_id=by.account)
    twin = thread.comments.filter(author=author, text=text, deleted_at=None).first()
    if twin is not None:
        return twin
    if thread.comments.count() >= MOST:
        raise Invalid(_FULL)
    comment = Comment.objects.create(thread=thread, author=author, text=text, language=by.language)
    emit(
        CommentWritten(
            comment_id=comment.pk,
            author_id=author.pk,
            owner_account_id=on.owner.account_id,
            title=on.title,
            url=on.url,
        )
    )
    return comment


@action
def edit_comment(*, by: Actor, comment: Comment, text: str) -> Comment:
    """Readers see that it was changed."""
    comment = locked(comment)
    deny_unless(may_edit_comment(by, comment))
    comment.text, comment.edited_at = text, now()
    comment.save(update_fields=["text", "edited_at"])
    return comment


@action
def delete_comment(*, by: Actor, comment: Comment) -> Comment:
    """Its author takes it away, and may take that back for the days of the trash."""
    comment = locked(comment)
    deny_unless(may_delete_comment(by, comment))
    comment.deleted_at = now()
    comment.save(update_fields=["deleted_at"])
    return comment


@action
def undelete_comment(*, by: Actor, comment: Comment) -> Comment:
    """It stands again as it stood: what was hidden stays hidden."""
    comment = locked(comment)
    deny_unless(may_delete_comment(by, comment))
    comment.deleted_at = None
    comment.save(update_fields=["deleted_at"])
    note(comment)
    return comment


def locked(comment: Comment) -> Comment:
    """The row as it stands now, held until the end of the action."""
    rows = Comment.objects.select_for_update(of=("self",))
    return rows.select_related("author", "thread__owner").get(pk=comment.pk)
