"""The owner of a thing learns that somebody commented."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.comments.events import CommentWritten
from opentwinning.community.comments.models import Comment
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell

declare_notice(
    NoticeKind(
        "following.comment",
        pgettext_lazy("notice", "%(author)s commented on “%(title)s”."),
        "message-circle",
        mail="comments/mail/comment.txt",
    )
)


@on(CommentWritten)
def tell_owner(event: CommentWritten) -> None:
    """Not about one's own words."""
    comment = Comment.objects.select_related("author").get(pk=event.comment_id)
    if comment.author.account_id == event.owner_account_id:
        return
    tell(
        [event.owner_account_id],
        "following.comment",
        url=event.url,
        author=comment.author.name,
        title=event.title,
    )
