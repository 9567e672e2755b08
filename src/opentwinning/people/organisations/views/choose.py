"""An educator finds her school, or writes it down."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid, Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.limits.actions import within_limits
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import educator_of
from opentwinning.people.organisations.actions import (
    describe_work,
    end_affiliation,
    join_organisation,
    register_organisation,
)
from opentwinning.people.organisations.forms import FindSchoolForm, RegisterSchoolForm, WorkForm
from opentwinning.people.organisations.models import Affiliation, Organisation
from opentwinning.people.organisations.queries import (
    access_organisation,
    affiliations_of,
    find_organisations,
    look_alikes,
    workplaces_of,
)
from opentwinning.people.organisations.vocabulary import REGISTER_LIMITS


def me(request: HttpRequest) -> Educator:
    """The educator who asks; accounts that do not teach have no school."""
    educator = educator_of(cast("ActorRequest", request).actor)
    if educator is None:
        raise Refused(hidden())
    return educator


def what_next(request: HttpRequest) -> HttpResponse:
    """A newcomer reads what happens now; a validated educator sees her schools."""
    return go(
        request, "organisations:choose" if me(request).is_validated else "educators:validation"
    )


@open_to(Audience.EDUCATORS, methods=("GET",))
def choose(request: HttpRequest) -> HttpResponse:
    """Type a part of the name; htmx asks for the list alone."""
    educator = me(request)
    form = FindSchoolForm(request.GET)
    query = form.cleaned_data["q"] if form.is_valid() else ""
    found: dict[str, Any] = {
        "query": query,
        "schools": find_organisations(educator.country, query),
        "country": educator.country,
    }
    if request.headers.get("HX-Request"):
        return page(request, "organisations/choose.html#schools", **found)
    mine = workplaces_of(educator)
    return page(
        request,
        "organisations/choose.html",
        search=form,
        affiliations=mine,
        joined={each.organisation_id for each in mine},
        **found,
    )


@open_to(Audience.EDUCATORS, methods=("POST",))
def join(request: HttpRequest, ref: str) -> HttpResponse:
    """My school is already here: one click."""
    actor = cast("ActorRequest", request).actor
    organisation = access_organisation(actor, ref, to="join")
    join_organisation(by=actor, educator=me(request), organisation=organisation)
    messages.success(request, pgettext("school", "You have joined your school."))
    return what_next(request)


@open_to(Audience.EDUCATORS)
def work(request: HttpRequest, ref: str) -> HttpResponse:
    """My role at one of my schools, and which one is the main one."""
    actor = cast("ActorRequest", request).actor
    affiliation = _mine(request, access_organisation(actor, ref, to="join"))
    initial = {"position": affiliation.position, "is_main": affiliation.is_main}
    form = WorkForm(request.POST or None, initial=initial)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.did(lambda: describe_work(by=actor, affiliation=affiliation, **form.details()))
    ):
        messages.success(request, pgettext("school", "Your role is saved."))
        return go(request, "organisations:choose")
    return page(request, "organisations/work.html", form=form, school=affiliation.organisation)


def _mine(request: HttpRequest, organisation: Organisation) -> Affiliation:
    """The running affiliation of the educator who asks."""
    for each in affiliations_of(me(request)):
        if each.organisation_id == organisation.pk:
            return each
    raise Refused(hidden())


@open_to(Audience.EDUCATORS, methods=("POST",))
def leave(request: HttpRequest, ref: str) -> HttpResponse:
    """I do not work there any more."""
    actor = cast("ActorRequest", request).actor
    organisation = access_organisation(actor, ref, to="join")
    mine = _mine(request, organisation)
    try:
        end_affiliation(by=actor, affiliation=mine)
    except Invalid as problem:
        messages.error(request, str(problem.message))
    else:
        messages.success(request, pgettext("school", "You have left the school."))
    return go(request, "organisations:choose")


def _registers(actor: Actor, educator: Educator, form: RegisterSchoolForm) -> bool:
    """Each new school writes to somebody outside: nobody registers many of them (G9)."""
    if not within_limits("school.register", str(actor.account), REGISTER_LIMITS):
        form.add_error(
            None, pgettext("school", "You registered many schools. Wait until tomorrow.")
        )
        return False
    return form.did(lambda: register_organisation(by=actor, educator=educator, **form.details()))


@open_to(Audience.EDUCATORS)
def register(request: HttpRequest) -> HttpResponse:
    """My school is not listed: write it down, after a look at schools that may be the same."""
    actor, educator = cast("ActorRequest", request).actor, me(request)
    named = {"name": request.GET.get("name", "")}
    form = RegisterSchoolForm(request.POST or None, initial=named, country=educator.country)
    alike = []
    if form.is_valid():
        if not form.cleaned_data["is_another"]:
            values = form.cleaned_data
            alike = look_alikes(
                educator.country, values["name"], values["place"], values["postcode"]
            )
        if not alike and _registers(actor, educator, form):
            messages.success(request, pgettext("school", "Your school is registered."))
            return what_next(request)
    status = 422 if form.is_bound else 200
    return page(
        request, "organisations/register.html", form=form, alike=alike, country=educator.country,
        status=status,
    )  # fmt: skip
