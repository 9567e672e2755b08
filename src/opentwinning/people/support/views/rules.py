"""How a country validates, for its officers."""

from typing import cast

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.clock import today
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.support.actions import save_validation_rules
from opentwinning.people.support.forms import ValidationRulesForm
from opentwinning.people.support.queries import access_office, rules_of, rules_written


@open_to(Audience.OFFICERS)
def validation_rules(request: HttpRequest, country: str) -> HttpResponse:
    """What is in force, what was and what comes; POST writes rules for a day."""
    actor = cast("ActorRequest", request).actor
    office = access_office(actor, country, to="edit")
    if office is None:
        raise Refused(hidden())
    current = rules_of(office.country)
    initial = {**model_to_dict(current), "from_day": today()}
    form = ValidationRulesForm(request.POST or None, initial=initial)
    if form.is_valid() and form.did(
        lambda: save_validation_rules(by=actor, country=office.country, **form.details())
    ):
        messages.success(request, pgettext("support", "The rules are saved."))
        return go(request, "support:validation_rules", office.country)
    return page(
        request,
        "support/validation_rules.html",
        form=form,
        office=office,
        current=current,
        written=rules_written(office.country),
        today=today(),
    )
