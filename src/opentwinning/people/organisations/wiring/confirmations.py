"""A request for validation asks the school; the educator hears that it answered."""

import datetime as dt
from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.core.places import PANELS, Panel
from opentwinning.core.work import job
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.educators.events import SchoolChanged, ValidationRequested
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.actions import ask_school_of_newcomer, ask_second_contact
from opentwinning.people.organisations.events import SchoolAnswered
from opentwinning.people.organisations.queries import confirmations_come_back, school_step

declare_notice(
    NoticeKind(
        key="organisations.school_answered",
        sentence=pgettext_lazy("notice", "Your school has answered your support organisation."),
        icon="school",
    )
)


@on(ValidationRequested)
def ask(event: ValidationRequested) -> None:
    ask_school_of_newcomer(by=SYSTEM, educator=Educator.objects.get(pk=event.educator_id))


@on(SchoolChanged)
def ask_new_school(event: SchoolChanged) -> None:
    ask_school_of_newcomer(by=SYSTEM, educator=Educator.objects.get(pk=event.educator_id))


@job("organisations.second_contacts", every=dt.timedelta(minutes=10))
def ask_second_contacts(payload: dict[str, Any]) -> None:
    """Mails to the first address came back: the second contact of the school is asked."""
    for asked in confirmations_come_back():
        ask_second_contact(by=SYSTEM, asked=asked)


@on(SchoolAnswered)
def tell_answered(event: SchoolAnswered) -> None:
    tell([event.account_id], "organisations.school_answered", url="/educators/validation")


def step_of_school(actor: Actor, educator: Educator) -> dict[str, Any] | None:
    """The school's part, while the request waits."""
    step = school_step(educator) if educator.waiting_since is not None else None
    return {"step": step} if step is not None else None


PANELS.add(Panel("validation", "organisations/validation_panel.html", step_of_school), order=10)
