"""Teachers learn of new polls; pupils see them on the home of the space."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.workspace.votes.events import PollOpened

declare_notice(
    NoticeKind(
        key="votes.asked",
        sentence=pgettext_lazy("notice", "%(name)s asks for your vote: “%(title)s”."),
        icon="vote",
    )
)
declare_notice(
    NoticeKind(
        key="votes.time",
        sentence=pgettext_lazy("notice", "%(name)s looks for a time: “%(title)s”."),
        icon="calendar-clock",
    )
)


@on(PollOpened)
def tell_teachers(event: PollOpened) -> None:
    url = f"/spaces/polls/{event.poll_ref}/"
    kind = "votes.time" if event.is_time else "votes.asked"
    tell(list(event.tell), kind, url=url, name=event.name, title=event.title)
