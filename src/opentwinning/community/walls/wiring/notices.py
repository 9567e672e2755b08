"""Followers learn of a new post that they may read."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.queries import contact_accounts, follower_accounts
from opentwinning.community.walls.events import WallPostWritten
from opentwinning.community.walls.models import WallPost
from opentwinning.community.walls.vocabulary import Circle
from opentwinning.core.events import after_commit
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.facilities.notifications.models import Notice

declare_notice(
    NoticeKind(
        "following.post",
        pgettext_lazy("notice", "%(author)s wrote on the wall: %(title)s"),
        "notebook-pen",
        mail="walls/mail/post.txt",
    )
)


@after_commit(WallPostWritten)
def tell_followers(event: WallPostWritten) -> None:
    """A second time tells only those who were not told."""
    post = WallPost.objects.select_related("author").filter(pk=event.post_id).first()
    if post is None or post.deleted_at is not None:
        return
    url = f"/wall/posts/{post.ref}"
    accounts = set(follower_accounts(post.author))
    if post.circle == Circle.CONTACTS:
        accounts &= contact_accounts(post.author)
    accounts -= set(
        Notice.objects.filter(kind="following.post", url=url).values_list("account_id", flat=True)
    )
    tell(accounts, "following.post", url=url, author=post.author.name, title=post.heading)
