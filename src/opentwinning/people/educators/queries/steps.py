"""Getting started: the first steps, and where the validation stands."""

import datetime as dt
from typing import Any

from django.utils.translation import npgettext, pgettext

from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.places import FIRST_STEPS
from opentwinning.people.accounts.models import Capacity
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import ValidationState
from opentwinning.people.support.models import SupportOrganisation


def first_steps(actor: Actor) -> list[dict[str, Any]]:
    """The steps of getting started with their state, in order; higher apps add theirs. A step that
    needs a validation has no address before."""
    is_validated = actor.is_a(Role.VALIDATED)
    return [
        {
            "key": step.key,
            "label": step.label,
            "detail": step.detail,
            "url": step.url(actor) if is_validated or not step.needs_validation else "",
            "done": step.is_done(actor),
        }
        for step in FIRST_STEPS
    ]


def next_step(actor: Actor) -> str | None:
    """Where the first step that is not done leads."""
    return next((step.url(actor) for step in FIRST_STEPS if not step.is_done(actor)), None)


def validation_line(
    actor: Actor, educator: Educator, office: SupportOrganisation | None
) -> list[dict[str, Any]]:
    """The way to a validation as steps; refusal and lapse stop it (X-03)."""
    state = ValidationState(educator.validation_state)
    school = next((step.url(actor) for step in FIRST_STEPS if step.key == "school"), "")
    has_school = state is not ValidationState.REGISTERED
    stopped = state in {ValidationState.REFUSED, ValidationState.LAPSED}
    done = state is ValidationState.VALIDATED
    checking = "todo" if not has_school else "stopped" if stopped else "done" if done else "current"
    return [
        {"label": pgettext("validation", "E-mail address confirmed"), "state": "done"},
        {
            "label": pgettext("validation", "School chosen"),
            "state": "done" if has_school else "current",
            "url": "" if has_school else school,
        },
        {
            "label": pgettext("validation", "Checked by your support organisation"),
            "state": checking,
            "hint": usual_time(office) if checking == "current" else "",
        },
        {
            "label": pgettext("validation", "You can meet partners"),
            "state": "done" if done else "todo",
        },
    ]


def rights_until(actor: Actor) -> dt.datetime | None:
    """Until when the actor has the rights of the validated; None when she has them not."""
    held = Capacity.objects.filter(account=actor.account_id or 0, role=Role.VALIDATED)
    row = held.filter(until__gt=now()).first()
    return row.until if row is not None else None


def usual_time(office: SupportOrganisation | None) -> str:
    """How long the office usually needs, in words."""
    if office is None:
        return ""
    return npgettext(
        "validation",
        "Usually %(days)s working day",
        "Usually %(days)s working days",
        office.usual_days,
    ) % {"days": office.usual_days}
