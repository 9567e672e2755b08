"""The desk of an officer who answers for regions (X-06): her queue, and one request."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.vocabulary import label
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.doors.desk.forms import RegionalAnswerForm
from opentwinning.people.organisations.actions import answer_for_region
from opentwinning.people.organisations.queries import (
    access_regional_check,
    checks_waiting_for,
    members_count,
)
from opentwinning.people.organisations.vocabulary import Source


@open_to(Audience.REGIONAL, methods=("GET",))
def regional(request: HttpRequest) -> HttpResponse:
    """What waits in her regions, the first to end first."""
    actor = cast("ActorRequest", request).actor
    return page(request, "desk/regional.html", checks=checks_waiting_for(actor))


@open_to(Audience.REGIONAL)
def regional_answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Name, role and school of one educator; no address, no history, no other profile."""
    actor = cast("ActorRequest", request).actor
    check = access_regional_check(actor, ref)
    form = RegionalAnswerForm(request.POST or None)
    if form.is_valid() and form.did(
        lambda: answer_for_region(by=actor, check=check, **form.details())
    ):
        messages.success(request, pgettext("regional", "The support organisation has your answer."))
        return go(request, "desk:regional")
    return page(
        request,
        "desk/regional_answer.html",
        form=form,
        check=check,
        educator=check.educator,
        school=check.organisation,
        profession=label("professions", check.educator.profession),
        is_in_register=check.organisation.source == Source.REGISTER,
        members=members_count(check.organisation),
    )
