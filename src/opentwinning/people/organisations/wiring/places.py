"""What organisations add to Today and to educators' profiles."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.places import FIRST_STEPS, PANELS, FirstStep, Panel
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.queries import workplaces_of, works_somewhere

FIRST_STEPS.add(
    FirstStep(
        key="school",
        label=pgettext_lazy("first steps", "Choose your school"),
        detail=pgettext_lazy("first steps", "Your support organisation validates you for it."),
        url=lambda actor: reverse("organisations:choose"),
        is_done=works_somewhere,
    ),
    order=10,
)


def schools(actor: Actor, educator: Educator) -> dict[str, Any] | None:
    """Where the educator works, on her profile."""
    found = workplaces_of(educator)
    return {"schools": found} if found else None


def schools_on_joining(actor: Actor, account: Account) -> dict[str, Any] | None:
    """Where the person of an account works, where two accounts are to become one (M-11)."""
    educator = Educator.objects.filter(account=account).first()
    return schools(actor, educator) if educator else None


PANELS.add(Panel("educator", "organisations/educator_panel.html", schools), order=20)
PANELS.add(Panel("joining", "organisations/on_joining.html", schools_on_joining), order=20)
