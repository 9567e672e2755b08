"""Whoever opened a thread learns of the first new reply."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.workspace.forums.events import ReplyAdded, ReplyHeld

declare_notice(
    NoticeKind(
        key="forums.replied",
        sentence=pgettext_lazy("notice", "%(name)s replied to “%(title)s”."),
        icon="message-circle",
    )
)
declare_notice(
    NoticeKind(
        key="forums.held",
        sentence=pgettext_lazy("notice", "Words of your pupils wait for you in “%(title)s”."),
        icon="clipboard-check",
    )
)


@on(ReplyHeld)
def tell_own_teachers(event: ReplyHeld) -> None:
    url = f"/spaces/talk/{event.thread_ref}/"
    tell(list(event.tell), "forums.held", url=url, title=event.title)


@on(ReplyAdded)
def tell_opener(event: ReplyAdded) -> None:
    if event.tell_account_id:
        url = f"/spaces/talk/{event.thread_ref}/"
        facts = {"name": event.name, "title": event.title}
        tell([event.tell_account_id], "forums.replied", url=url, **facts)
