"""The office's screens: give an application to an assessor, award or refuse."""

from typing import cast

from django.http import HttpRequest, HttpResponse

from opentwinning.collaboration.recognition.actions import (
    assign_assessor,
    award_label,
    refuse_label,
)
from opentwinning.collaboration.recognition.forms.office import AssignForm, DecisionForm
from opentwinning.collaboration.recognition.models import LabelApplication
from opentwinning.collaboration.recognition.queries import access_application, possible_assessors
from opentwinning.collaboration.recognition.queries.sheets import criteria_of, questions_of
from opentwinning.collaboration.recognition.vocabulary import ApplicationState
from opentwinning.core.forms import OtForm
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.accounts.models import Account


@open_to(Audience.OFFICERS, methods=("GET",))
def decide(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything about one application, and the step that is next."""
    actor = cast("ActorRequest", request).actor
    row = access_application(actor, ref, to="see")
    return _page(request, row, DecisionForm(), AssignForm(_people(row)))


@open_to(Audience.OFFICERS, methods=("POST",))
def decision(request: HttpRequest, ref: str) -> HttpResponse:
    """Award or refuse; the typed message stays when something is missing."""
    actor = cast("ActorRequest", request).actor
    row = access_application(actor, ref, to="decide")
    form = DecisionForm(request.POST)
    if form.is_valid():
        decide_with = award_label if request.POST.get("decision") == "award" else refuse_label
        message = form.cleaned_data["message"]
        done = form.carry_out(lambda: bool(decide_with(by=actor, application=row, message=message)))
        if done:
            return go(request, "desk:inbox")
    return _page(request, row, form, AssignForm(_people(row)))


@open_to(Audience.OFFICERS, methods=("POST",))
def assign(request: HttpRequest, ref: str) -> HttpResponse:
    """Give the application to an assessor."""
    actor = cast("ActorRequest", request).actor
    row = access_application(actor, ref, to="assign")
    form = AssignForm(possible_assessors(row), request.POST)
    if form.is_valid():
        done = form.carry_out(
            lambda: assign_assessor(by=actor, application=row, assessor=form.person())
        )
        if done is not None:
            return go(request, "recognition:decide", ref)
    return _page(request, row, DecisionForm(), form)


def _people(row: LabelApplication) -> list[Account]:
    waiting = {ApplicationState.SUBMITTED, ApplicationState.IN_ASSESSMENT}
    return possible_assessors(row) if row.state in waiting else []


def _page(
    request: HttpRequest, row: LabelApplication, form: OtForm, assign_form: AssignForm
) -> HttpResponse:
    return page(
        request,
        "recognition/decide.html",
        status=422 if (form.errors or assign_form.errors) else 200,
        application=row,
        questions=questions_of(row),
        criteria=criteria_of(row),
        form=form,
        assign_form=assign_form,
        can_assign=row.state in {ApplicationState.SUBMITTED, ApplicationState.IN_ASSESSMENT},
        can_decide=row.state == ApplicationState.ASSESSED,
    )
