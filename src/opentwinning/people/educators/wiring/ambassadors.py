"""Ambassadors on the public page of their office; who is chosen hears of it."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.core.places import PANELS, Panel
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.educators.events import AmbassadorAppointed
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import own_ambassadorship, shown_ambassadors
from opentwinning.people.support.models import SupportOrganisation

declare_notice(
    NoticeKind(
        key="educators.ambassador",
        sentence=pgettext_lazy("notice", "Your support organisation wants you as an ambassador."),
        icon="sparkles",
        mail="educators/mail/ambassador.txt",
    )
)


@on(AmbassadorAppointed)
def tell_appointed(event: AmbassadorAppointed) -> None:
    tell([event.account_id], "educators.ambassador", url="/educators/ambassador")


def on_public_page(actor: Actor, office: SupportOrganisation) -> dict[str, Any] | None:
    """Those who agreed."""
    found = shown_ambassadors(office.country)
    return {"ambassadors": found} if found else None


PANELS.add(Panel("office", "educators/ambassadors_panel.html", on_public_page))


def on_own_profile(actor: Actor, educator: Educator) -> dict[str, Any] | None:
    """The way to her own term, for herself alone."""
    mine = own_ambassadorship(actor) if educator.account_id == actor.account_id else None
    return {"mine": mine} if mine is not None else None


PANELS.add(Panel("educator", "educators/ambassador_own.html", on_own_profile), order=90)
