"""Recognition of one country: windows, assessors, recommendations."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.collaboration.projects.queries import access_project
from opentwinning.collaboration.recognition.actions import (
    appoint_assessor,
    dismiss_assessor,
    recommend_project,
    save_window,
    withdraw_recommendation,
)
from opentwinning.collaboration.recognition.forms.office import AssessorForm, WindowForm
from opentwinning.collaboration.recognition.policies import may_edit_window
from opentwinning.collaboration.recognition.queries.country import (
    access_assessor,
    assessors_of,
    candidates_of,
    schemes,
    windows_of,
)
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.educators.queries import educator_by_email
from opentwinning.people.support.queries import programme, school_year_of


@open_to(Audience.OFFICERS, methods=("GET",))
def country(request: HttpRequest, code: str) -> HttpResponse:
    """Everything a national office sets and decides about labels."""
    actor = cast("ActorRequest", request).actor
    deny_unless(may_edit_window(actor, code))
    return _page(request, code, AssessorForm())


@open_to(Audience.OFFICERS)
def window(request: HttpRequest, code: str) -> HttpResponse:
    """Add or change a window; the school year names it."""
    actor = cast("ActorRequest", request).actor
    deny_unless(may_edit_window(actor, code))
    known = {w.school_year: w for w in windows_of(code)}
    row = known.get(request.GET.get("year", ""))
    initial = {**vars(row), "scheme": row.scheme.ref} if row else {}
    form = WindowForm(
        schemes(), request.POST if request.method == "POST" else None, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        saved = form.carry_out(lambda: save_window(by=actor, country=code, **form.details()))
        if saved is not None:
            return go(request, "recognition:country", code)
    title = pgettext("label", "Window for applications")
    return page(request, "recognition/setting.html", form=form, title=title)


@open_to(Audience.OFFICERS, methods=("POST",))
def assessors(request: HttpRequest, code: str) -> HttpResponse:
    """Appoint an assessor by e-mail, or end a term."""
    actor = cast("ActorRequest", request).actor
    deny_unless(may_edit_window(actor, code))
    if request.POST.get("end", "").isdigit():
        dismiss_assessor(by=actor, assessor=access_assessor(actor, code, int(request.POST["end"])))
        return go(request, "recognition:country", code)
    form = AssessorForm(request.POST)
    if form.is_valid() and form.carry_out(lambda: _appoint(actor, code, form)) is not None:
        return go(request, "recognition:country", code)
    return _page(request, code, form)


@open_to(Audience.OFFICERS, methods=("POST",))
def recommend(request: HttpRequest, code: str, ref: str) -> HttpResponse:
    """Recommend a project for the European label, or take it back."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="see")
    if request.POST.get("take_back"):
        withdraw_recommendation(by=actor, project=project, country=code)
        return go(request, "recognition:country", code)
    year = school_year_of(programme())
    try:
        recommend_project(by=actor, project=project, country=code, school_year=year)
    except Invalid as found:
        return _page(request, code, AssessorForm(), problem=str(found.message))
    return go(request, "recognition:country", code)


def _appoint(actor: Actor, code: str, form: AssessorForm) -> object:
    educator = educator_by_email(actor, form.cleaned_data["email"], country=code)
    if educator is None:
        raise Invalid(
            pgettext("label form", "No validated teacher of your country has this address."),
            "email",
        )
    return appoint_assessor(by=actor, educator=educator, country=code)


def _page(request: HttpRequest, code: str, form: AssessorForm, problem: str = "") -> HttpResponse:
    return page(
        request,
        "recognition/country.html",
        status=422 if problem or form.errors else 200,
        code=code,
        windows=windows_of(code),
        assessors=assessors_of(code),
        candidates=candidates_of(code),
        form=form,
        problem=problem,
    )
