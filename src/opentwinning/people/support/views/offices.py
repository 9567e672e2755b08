"""The public contacts (P-07), and the form behind them."""

from typing import cast

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.actor import Role
from opentwinning.core.places import panels
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.vocabulary import is_known
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.support.actions import save_support_organisation
from opentwinning.people.support.forms import CentralOfficeForm, NewOfficeForm, OfficeForm
from opentwinning.people.support.policies import may_edit_support_organisation
from opentwinning.people.support.queries import access_office, joining_roles, role_names, rules_of
from opentwinning.people.support.queries import offices as all_offices


@open_to(Audience.EVERYBODY, methods=("GET",))
def offices(request: HttpRequest) -> HttpResponse:
    """Every country's support organisation."""
    actor = cast("ActorRequest", request).actor
    central = actor.is_a(Role.CENTRAL_OFFICER)
    form = NewOfficeForm() if central else None
    return page(request, "support/offices.html", offices=all_offices(), form=form)


@open_to(Audience.EVERYBODY, methods=("GET",))
def office(request: HttpRequest, country: str) -> HttpResponse:
    """How to reach one of them."""
    actor = cast("ActorRequest", request).actor
    found = access_office(actor, country, to="see")
    may_edit = actor.is_signed_in and may_edit_support_organisation(actor, found).allowed
    return page(
        request,
        "support/office.html",
        office=found,
        may_edit=may_edit,
        rules=rules_of(found.country) if found else None,
        roles=role_names(joining_roles(found.country)) if found else [],
        panels=panels("office", actor, found),
    )


@open_to(Audience.CENTRAL, methods=("POST",))
def new(request: HttpRequest) -> HttpResponse:
    """A country joins: on to its form."""
    form = NewOfficeForm(request.POST)
    if not form.is_valid():
        return page(request, "support/offices.html", offices=all_offices(), form=form)
    return go(request, "support:edit", form.cleaned_data["country"])


@open_to(Audience.OFFICERS)
def edit(request: HttpRequest, country: str) -> HttpResponse:
    """Officers their own country's contact, the centre every one."""
    actor = cast("ActorRequest", request).actor
    found = access_office(actor, country, to="edit")
    if found is None and not is_known("countries", country):
        raise Refused(hidden())
    kind = CentralOfficeForm if actor.is_a(Role.CENTRAL_OFFICER) else OfficeForm
    initial = model_to_dict(found) if found else {"usual_days": 5, "is_active": True}
    form = kind(request.POST or None, initial=initial)
    if form.is_valid() and form.did(
        lambda: save_support_organisation(by=actor, country=country.upper(), **form.details())
    ):
        messages.success(request, pgettext("support", "The office is saved."))
        return go(request, "support:edit", country)
    return page(request, "support/edit.html", form=form, office=found, country=country.upper())
