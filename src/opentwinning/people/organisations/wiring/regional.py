"""A request for validation lies with the region first; its officers and the educator hear of it."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.core.places import PANELS, Panel
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.educators.events import SchoolChanged, ValidationRequested
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.actions import ask_region
from opentwinning.people.organisations.events import RegionAsked
from opentwinning.people.organisations.queries import regional_check_of

declare_notice(
    NoticeKind(
        key="organisations.region_asked",
        sentence=pgettext_lazy("notice", "A teacher of your region waits for your answer."),
        icon="badge-check",
        mail="organisations/mail/region_asked.txt",
    )
)


@on(ValidationRequested)
def ask_first(event: ValidationRequested) -> None:
    ask_region(by=SYSTEM, educator=Educator.objects.get(pk=event.educator_id))


@on(SchoolChanged)
def ask_first_again(event: SchoolChanged) -> None:
    ask_region(by=SYSTEM, educator=Educator.objects.get(pk=event.educator_id))


@on(RegionAsked)
def tell_region(event: RegionAsked) -> None:
    educator = Educator.objects.get(pk=event.educator_id)
    tell(
        event.told,
        "organisations.region_asked",
        url=f"/desk/regional/{educator.ref}",
        until_on=event.until.isoformat(),
    )


def step_of_region(actor: Actor, educator: Educator) -> dict[str, Any] | None:
    """The region's part, while the request waits."""
    check = regional_check_of(educator) if educator.waiting_since is not None else None
    return {"check": check} if check is not None else None


PANELS.add(Panel("validation", "organisations/regional_panel.html", step_of_region), order=5)
