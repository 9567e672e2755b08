"""Teachers learn of meetings that are planned, moved and called off."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.workspace.meetings.events import MeetingCalledOff, MeetingPlanned

declare_notice(
    NoticeKind(
        key="meetings.planned",
        sentence=pgettext_lazy("notice", "%(name)s planned the meeting “%(title)s”."),
        icon="video",
    )
)
declare_notice(
    NoticeKind(
        key="meetings.off",
        sentence=pgettext_lazy("notice", "The meeting “%(title)s” does not take place."),
        icon="ban",
    )
)


@on(MeetingPlanned)
def tell_of_new(event: MeetingPlanned) -> None:
    url = f"/spaces/meetings/{event.meeting_ref}/"
    tell(list(event.tell), "meetings.planned", url=url, title=event.title, name=event.name)


@on(MeetingCalledOff)
def tell_of_end(event: MeetingCalledOff) -> None:
    url = f"/spaces/meetings/{event.meeting_ref}/"
    tell(list(event.tell), "meetings.off", url=url, title=event.title)
