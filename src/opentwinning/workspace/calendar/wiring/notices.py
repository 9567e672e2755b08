"""Teachers learn of new, moved and cancelled events."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.workspace.calendar.events import (
    EventCancelled,
    EventMoved,
    EventPlanned,
    EventsBrought,
)

declare_notice(
    NoticeKind(
        key="calendar.planned",
        sentence=pgettext_lazy("notice", "%(name)s put “%(title)s” into the calendar."),
        icon="calendar-plus",
    )
)
declare_notice(
    NoticeKind(
        key="calendar.moved",
        sentence=pgettext_lazy("notice", "%(name)s moved “%(title)s” to another time."),
        icon="calendar-clock",
    )
)
declare_notice(
    NoticeKind(
        key="calendar.cancelled",
        sentence=pgettext_lazy("notice", "%(name)s cancelled “%(title)s”."),
        icon="ban",
    )
)
declare_notice(
    NoticeKind(
        key="calendar.brought",
        sentence=pgettext_lazy(
            "notice", "%(name)s brought events from another calendar: %(count)s new or changed."
        ),
        icon="calendar-plus",
    )
)


@on(EventPlanned)
def tell_of_new(event: EventPlanned) -> None:
    _tell("calendar.planned", event)


@on(EventMoved)
def tell_of_another_time(event: EventMoved) -> None:
    _tell("calendar.moved", event)


@on(EventCancelled)
def tell_that_cancelled(event: EventCancelled) -> None:
    _tell("calendar.cancelled", event)


@on(EventsBrought)
def tell_of_brought(event: EventsBrought) -> None:
    url = f"/spaces/{event.space_ref}/calendar/?view=coming"
    tell(event.tell, "calendar.brought", url=url, name=event.name, count=event.count)


def _tell(kind: str, event: EventPlanned | EventMoved | EventCancelled) -> None:
    url = f"/spaces/calendar/{event.event_ref}/"
    tell(event.tell, kind, url=url, name=event.name, title=event.title)
