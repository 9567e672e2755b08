"""Ambassadors: the office's list, and the educator's own yes (A-15)."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.people.educators.actions import (
    agree_to_be_ambassador,
    appoint_ambassador,
    end_ambassador,
)
from opentwinning.people.educators.forms import AgreeForm, AppointAmbassadorForm
from opentwinning.people.educators.policies import may_appoint_ambassadors
from opentwinning.people.educators.queries import (
    access_ambassador,
    own_ambassadorship,
    running_ambassadors,
)
from opentwinning.people.support.queries import support_organisation_of


@open_to(Audience.OFFICERS)
def ambassadors(request: HttpRequest, country: str) -> HttpResponse:
    """The running ones of a country; POST appoints."""
    actor, code = cast("ActorRequest", request).actor, country.upper()
    deny_unless(may_appoint_ambassadors(actor, code))
    form = AppointAmbassadorForm(request.POST or None)
    if form.is_valid() and form.did(
        lambda: appoint_ambassador(by=actor, country=code, **form.details())
    ):
        messages.success(request, pgettext("ambassador", "The teacher was asked to agree."))
        return go(request, "educators:ambassadors", code)
    running = running_ambassadors(code)
    return page(request, "educators/ambassadors.html", form=form, country=code, ambassadors=running)


@open_to(Audience.OFFICERS, Audience.EDUCATORS, methods=("POST",))
def end(request: HttpRequest, number: int) -> HttpResponse:
    """The office or the ambassador ends it."""
    actor = cast("ActorRequest", request).actor
    ambassador = access_ambassador(actor, number)
    done = pgettext("ambassador", "The term as ambassador has ended.")
    attempt(request, lambda: end_ambassador(by=actor, ambassador=ambassador), done)
    if ambassador.educator.account_id == actor.account_id:
        return go(request, "educators:edit")
    return go(request, "educators:ambassadors", ambassador.country)


@open_to(Audience.EDUCATORS)
def mine(request: HttpRequest) -> HttpResponse:
    """What the office offers, and the educator's answer."""
    actor = cast("ActorRequest", request).actor
    ambassador = own_ambassadorship(actor)
    if ambassador is None:
        raise Refused(hidden())
    form = AgreeForm(request.POST or None, initial={"contact": ambassador.contact})
    if form.is_valid() and form.did(
        lambda: agree_to_be_ambassador(by=actor, ambassador=ambassador, **form.details())
    ):
        messages.success(request, pgettext("ambassador", "You stand on the public page now."))
        return go(request, "educators:ambassador")
    office = support_organisation_of(ambassador.country)
    return page(
        request, "educators/ambassador.html", form=form, ambassador=ambassador, office=office
    )
