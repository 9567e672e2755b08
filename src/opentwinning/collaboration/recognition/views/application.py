"""The applicant's screens."""

from typing import cast

from django.http import HttpRequest, HttpResponse

from opentwinning.collaboration.projects.queries import access_project
from opentwinning.collaboration.recognition.actions import (
    begin_application,
    choose_evidence,
    save_answers,
    save_criterion,
    submit_application,
    withdraw_application,
)
from opentwinning.collaboration.recognition.forms.application import CriterionForm, QuestionsForm
from opentwinning.collaboration.recognition.models import LabelApplication
from opentwinning.collaboration.recognition.queries import (
    access_application,
    applications_of,
    labels_of_educator,
    national_lines,
    window_for,
)
from opentwinning.collaboration.recognition.queries.evidence import evidence_choices
from opentwinning.collaboration.recognition.queries.sheets import criteria_of, questions_of
from opentwinning.core.actor import Actor
from opentwinning.core.forms import OtForm
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import educator_of


def _educator(actor: Actor) -> Educator:
    educator = educator_of(actor)
    if educator is None:
        raise Refused(hidden())
    return educator


@open_to(Audience.VALIDATED, methods=("GET",))
def mine(request: HttpRequest) -> HttpResponse:
    """My labels and applications."""
    actor = cast("ActorRequest", request).actor
    return page(
        request,
        "recognition/mine.html",
        applications=applications_of(actor),
        labels=labels_of_educator(_educator(actor)),
    )


@open_to(Audience.VALIDATED)
def apply(request: HttpRequest, ref: str) -> HttpResponse:
    """Why I can (not) apply with this project, and the way in (L-25)."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="see")
    educator = _educator(actor)
    window = window_for(educator.country)
    form = OtForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and window is not None:
        application = form.carry_out(
            lambda: begin_application(by=actor, educator=educator, project=project, window=window)
        )
        if application is not None:
            return go(request, "recognition:application", application.ref)
    lines = national_lines(educator, project, window)
    return page(
        request,
        "recognition/apply.html",
        form=form,
        project=project,
        lines=lines,
        window=window,
        is_ready=all(line.is_met for line in lines),
    )


@open_to(Audience.ADULTS, methods=("GET",))
def application(request: HttpRequest, ref: str) -> HttpResponse:
    """Task list while it is a draft; afterwards what was sent and what was decided."""
    actor = cast("ActorRequest", request).actor
    row = access_application(actor, ref, to="see")
    return _application(request, row, OtForm(), is_mine=row.educator.account_id == actor.account_id)


def _application(
    request: HttpRequest, row: LabelApplication, form: OtForm, *, is_mine: bool
) -> HttpResponse:
    questions = questions_of(row)
    return page(
        request,
        "recognition/application.html",
        application=row,
        questions=questions,
        questions_are_answered=all(question.answer for question in questions),
        criteria=criteria_of(row),
        is_mine=is_mine,
        form=form,
    )


@open_to(Audience.VALIDATED)
def questions(request: HttpRequest, ref: str) -> HttpResponse:
    """The five entry questions."""
    actor = cast("ActorRequest", request).actor
    row = access_application(actor, ref, to="edit")
    asked = questions_of(row)
    form = QuestionsForm(asked, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        saved = form.carry_out(
            lambda: save_answers(by=actor, application=row, answers=form.details())
        )
        if saved is not None:
            return go(request, "recognition:application", ref)
    return page(request, "recognition/questions.html", form=form, application=row)


@open_to(Audience.VALIDATED)
def criterion(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Text and evidence of one criterion, autosaved while typing."""
    actor = cast("ActorRequest", request).actor
    row = access_application(actor, ref, to="edit")
    sheet = next((c for c in criteria_of(row) if c.id == key), None)
    if sheet is None:
        raise Refused(hidden())
    draft_key = f"recognition:{ref}:{key}"
    initial = {"text": sheet.text, "pages": [e.page.ref for e in sheet.evidence]}
    form = CriterionForm(
        evidence_choices(actor, row),
        request.POST if request.method == "POST" else None,
        initial=initial | typed(actor, draft_key),
    )
    if request.method == "POST" and form.is_valid():
        if form.carry_out(lambda: _keep(actor, ref, key, form)) is not None:
            discard_draft(by=actor, key=draft_key)
            return go(request, "recognition:application", ref)
    return page(
        request,
        "recognition/criterion.html",
        form=form,
        application=row,
        criterion=sheet,
        draft_key=draft_key,
    )


def _keep(actor: Actor, ref: str, key: str, form: CriterionForm) -> bool:
    row = access_application(actor, ref, to="edit")
    save_criterion(by=actor, application=row, criterion=key, text=form.cleaned_data["text"])
    choose_evidence(by=actor, application=row, criterion=key, pages=form.chosen())
    return True


@open_to(Audience.VALIDATED, methods=("POST",))
def send(request: HttpRequest, ref: str) -> HttpResponse:
    """Send the application; what is missing is said on the task list."""
    actor = cast("ActorRequest", request).actor
    row = access_application(actor, ref, to="edit")
    form = OtForm(request.POST)
    form.is_valid()
    if form.carry_out(lambda: submit_application(by=actor, application=row)) is not None:
        return go(request, "recognition:application", ref)
    return _application(request, row, form, is_mine=True)


@open_to(Audience.VALIDATED, methods=("POST",))
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take the application back."""
    actor = cast("ActorRequest", request).actor
    withdraw_application(by=actor, application=access_application(actor, ref, to="withdraw"))
    return go(request, "recognition:mine")
