"""What a teacher hears about her box."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.boxes.events import BoxFailed, BoxReady
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell

declare_notice(
    NoticeKind(
        key="boxes.ready",
        sentence=pgettext_lazy("notice", "Your box of %(title)s is ready to be downloaded."),
        icon="package",
    )
)
declare_notice(
    NoticeKind(
        key="boxes.failed",
        sentence=pgettext_lazy("notice", "Your box of %(title)s could not be made."),
        icon="package",
    )
)


@on(BoxReady)
def tell_ready(event: BoxReady) -> None:
    _tell("boxes.ready", event)


@on(BoxFailed)
def tell_failed(event: BoxFailed) -> None:
    _tell("boxes.failed", event)


def _tell(key: str, event: BoxReady | BoxFailed) -> None:
    url = f"/twinspaces/{event.space_ref}/box"
    tell([event.account_id], key, url=url, title=event.title)
