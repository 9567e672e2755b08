"""What a teacher hears about her box."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.boxes.events import ArrivalSettled, BoxFailed, BoxReady
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
declare_notice(
    NoticeKind(
        key="boxes.taken",
        sentence=pgettext_lazy("notice", "%(title)s came out of its box and stands here."),
        icon="package",
    )
)
declare_notice(
    NoticeKind(
        key="boxes.not_taken",
        sentence=pgettext_lazy("notice", "%(title)s could not be taken out of its box."),
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


@on(ArrivalSettled)
def tell_settled(event: ArrivalSettled) -> None:
    key = "boxes.taken" if event.is_taken else "boxes.not_taken"
    tell([event.account_id], key, url=f"/twinspaces/arrived/{event.ref}", title=event.title)
