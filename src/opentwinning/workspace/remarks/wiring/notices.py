"""Who made a thing, and who talks about it, learns of what others say."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.workspace.remarks.events import RemarkWritten

declare_notice(
    NoticeKind(
        key="remarks.written",
        sentence=pgettext_lazy("notice", "%(name)s commented on “%(title)s”."),
        icon="message-square",
    )
)


@on(RemarkWritten)
def tell_them(event: RemarkWritten) -> None:
    facts = {"name": event.name, "title": event.title}
    tell(list(event.tell), "remarks.written", url=event.url, **facts)
