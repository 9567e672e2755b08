"""Teachers learn of opened activities and of what waits for them."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.workspace.activities.events import ActivityOpened, HandedIn

declare_notice(
    NoticeKind(
        key="activities.opened",
        sentence=pgettext_lazy("notice", "%(name)s opened the activity “%(title)s”."),
        icon="list-checks",
    )
)
declare_notice(
    NoticeKind(
        key="activities.handed_in",
        sentence=pgettext_lazy("notice", "Your pupils hand in for “%(title)s”."),
        icon="inbox",
    )
)


@on(ActivityOpened)
def tell_teachers(event: ActivityOpened) -> None:
    url = f"/spaces/activities/{event.activity_ref}/"
    tell(list(event.tell), "activities.opened", url=url, name=event.name, title=event.title)


@on(HandedIn)
def tell_own_teachers(event: HandedIn) -> None:
    url = f"/spaces/activities/{event.activity_ref}/"
    tell(list(event.tell), "activities.handed_in", url=url, title=event.title)
