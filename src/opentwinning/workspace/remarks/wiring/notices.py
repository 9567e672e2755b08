"""Who made a thing, and who talks about it, learns of what others say."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.workspace.remarks.events import RemarkHeld, RemarkWritten

declare_notice(
    NoticeKind(
        key="remarks.written",
        sentence=pgettext_lazy("notice", "%(name)s commented on “%(title)s”."),
        icon="message-square",
    )
)
declare_notice(
    NoticeKind(
        key="remarks.held",
        sentence=pgettext_lazy("notice", "Words of your pupils wait for you in “%(title)s”."),
        icon="clipboard-check",
    )
)


@on(RemarkHeld)
def tell_own_teachers(event: RemarkHeld) -> None:
    tell(list(event.tell), "remarks.held", url=event.url, title=event.title)


@on(RemarkWritten)
def tell_them(event: RemarkWritten) -> None:
    facts = {"name": event.name, "title": event.title}
    tell(list(event.tell), "remarks.written", url=event.url, **facts)
