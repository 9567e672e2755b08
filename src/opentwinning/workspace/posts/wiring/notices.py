"""The author is told when a post was hidden, and why (H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.workspace.posts.events import PostHidden

declare_notice(
    NoticeKind(
        key="posts.hidden",
        sentence=pgettext_lazy("notice", "A colleague hid your post: %(reason)s"),
        icon="eye-off",
    )
)


@on(PostHidden)
def tell_author(event: PostHidden) -> None:
    if event.account_id:
        url = f"/spaces/posts/{event.post_ref}/"
        tell([event.account_id], "posts.hidden", url=url, reason=event.reason)
