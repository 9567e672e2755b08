"""The kind of notice of TwinSpaces, and who is told."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.twinspaces.events import PartnerNudged
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell

declare_notice(
    NoticeKind(
        key="projects.nudged",
        sentence=pgettext_lazy("notice", "%(by)s would like to hear from you in “%(title)s”."),
        icon="hand",
        mail="twinspaces/mail/nudged.txt",
    )
)


@on(PartnerNudged)
def tell_nudged(event: PartnerNudged) -> None:
    url = f"/twinspaces/{event.space_ref}"
    tell(event.account_ids, "projects.nudged", url=url, title=event.title, by=event.by)
