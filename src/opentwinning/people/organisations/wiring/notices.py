"""Whoever brought a register in is told when it has been looked through, and when it is in."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.organisations.events import RegisterFinished, RegisterLookedThrough

declare_notice(
    NoticeKind(
        key="organisations.looked_through",
        sentence=pgettext_lazy("notice", "The register of %(country)s is looked through."),
        icon="school",
    )
)
declare_notice(
    NoticeKind(
        key="organisations.register_finished",
        sentence=pgettext_lazy("notice", "The import of the register of %(country)s is over."),
        icon="school",
    )
)


@on(RegisterLookedThrough)
def tell_looked_through(event: RegisterLookedThrough) -> None:
    _tell(event, "organisations.looked_through")


@on(RegisterFinished)
def tell_finished(event: RegisterFinished) -> None:
    _tell(event, "organisations.register_finished")


def _tell(event: RegisterLookedThrough | RegisterFinished, key: str) -> None:
    if event.account_id:
        url = f"/desk/registers/{event.ref}"
        tell([event.account_id], key, url=url, country=event.country)
