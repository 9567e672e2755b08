"""Beginning a project, its plan in steps, and sending it (pages 54–56)."""

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.collaboration.projects.actions import (
    begin_project,
    choose_partner,
    copy_project,
    delete_draft,
    edit_project,
    resubmit_project,
    send_project,
)
from opentwinning.collaboration.projects.forms.people import MessageForm, PartnerForm
from opentwinning.collaboration.projects.forms.plan import BeginForm, StepForm, form_of
from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.projects.policies import may_resubmit_project, may_send_project
from opentwinning.collaboration.projects.queries import (
    access_project,
    steps_done,
    traits_of,
)
from opentwinning.collaboration.projects.views.answers import answers_of, step_url
from opentwinning.collaboration.projects.vocabulary import (
    STEP_LABELS,
    UNSENT,
    PlanStep,
    ProjectState,
)
from opentwinning.community.networking.queries import contacts_of
from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import drafts_of, typed

BEGIN_KEY = "projects:begin"


@open_to(Audience.VALIDATED)
def begin(request: HttpRequest) -> HttpResponse:
    """Empty, or from an idea."""
    actor = cast("ActorRequest", request).actor
    form = BeginForm(request.POST or None, initial=typed(actor, BEGIN_KEY))
    if form.is_valid():
        project = form.carry_out(lambda: begin_project(by=actor, **form.details()))
        if project is not None:
            discard_draft(by=actor, key=BEGIN_KEY)
            return _onwards(request, project)
    has_contacts = bool(contacts_of(actor))
    return page(request, "projects/begin.html", form=form, key=BEGIN_KEY, has_contacts=has_contacts)


@open_to(Audience.EDUCATORS, methods=("GET",))
def plan(request: HttpRequest, ref: str) -> HttpResponse:
    """The task list of the plan."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="edit")
    return page(
        request,
        "projects/plan.html",
        project=project,
        steps=_steps(actor, project),
        may_send=may_send_project(actor, project) or may_resubmit_project(actor, project),
    )


@open_to(Audience.EDUCATORS)
def step(request: HttpRequest, ref: str, step: str) -> HttpResponse:
    """One step; it saves itself while somebody types and the project when it is sent."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="edit")
    if step not in set(PlanStep) - {PlanStep.PARTNER}:
        raise Http404
    form, held = _step_form(request, actor, project, PlanStep(step))
    if form.is_valid() and _saved(form, actor, project):
        discard_draft(by=actor, key=_key(project, step))
        messages.success(request, pgettext("projects", "Saved."))
        return _onwards(request, project)
    return page(
        request,
        "projects/step.html",
        form=form,
        project=project,
        key=_key(project, step),
        label=STEP_LABELS[PlanStep(step)],
        theirs=_theirs(form, held, project),
    )


@open_to(Audience.EDUCATORS)
def partner(request: HttpRequest, ref: str) -> HttpResponse:
    """The second founder is one of the contacts (X-20)."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="send")
    key = _key(project, PlanStep.PARTNER)
    contacts = [each for each in contacts_of(actor) if each.is_validated]
    initial = typed(actor, key) or {
        "partner": project.chosen_partner.ref if project.chosen_partner else "",
        "request_text": project.request_text,
    }
    form = PartnerForm(request.POST or None, contacts=contacts, initial=initial)
    if form.is_valid():
        saved = form.carry_out(lambda: choose_partner(by=actor, project=project, **form.details()))
        if saved is not None:
            discard_draft(by=actor, key=key)
            return _onwards(request, project)
    return page(
        request, "projects/partner.html", form=form, project=project, key=key, contacts=contacts
    )


@open_to(Audience.EDUCATORS)
def check(request: HttpRequest, ref: str) -> HttpResponse:
    """Read everything once more, then send it to the partner, or again to the offices."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="edit")
    again = project.state == ProjectState.RETURNED
    access_project(actor, ref, to="resubmit" if again else "send")
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _sent(form, actor, project, again=again):
        return go(request, "projects:project", ref)
    return page(
        request,
        "projects/check.html",
        form=form,
        project=project,
        rows=answers_of(project),
        back_label=pgettext("projects", "Back to the plan"),
        back_url=reverse("projects:plan", args=[ref]),
        again=again,
        missing=[STEP_LABELS[s] for s, done in steps_done(project).items() if not done],
    )


@open_to(Audience.EDUCATORS)
def delete(request: HttpRequest, ref: str) -> HttpResponse:
    """A draft that nobody agreed to."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="delete")
    if request.method == "POST":
        delete_draft(by=actor, project=project)
        messages.success(request, pgettext("projects", "The draft is deleted."))
        return go(request, "projects:mine")
    return page(request, "projects/delete.html", project=project)


@open_to(Audience.EDUCATORS, methods=("POST",))
def copy(request: HttpRequest, ref: str) -> HttpResponse:
    """A new project from the texts of a finished one (J-14)."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="copy")
    return go(request, "projects:plan", copy_project(by=actor, project=project).ref)


def _onwards(request: HttpRequest, project: Project) -> HttpResponse:
    """From step to step until the plan can be sent; afterwards back to the list."""
    project.refresh_from_db()
    if project.state not in UNSENT:
        return go(request, "projects:plan", project.ref)
    open_step = next((step for step, done in steps_done(project).items() if not done), None)
    if open_step is None:
        return go(request, "projects:check", project.ref)
    return redirect(step_url(project, open_step))


def _step_form(
    request: HttpRequest, actor: Actor, project: Project, step: PlanStep
) -> tuple[StepForm, dict[str, Any]]:
    """The form of a step and what the project holds of it now; a kept draft comes first."""
    kind = form_of(step, project)
    held = kind.saved(project, traits_of([project])[project.pk])
    begun = _begun(actor, _key(project, step), kind.trait_fields)
    return kind(request.POST or None, initial=begun or held), held


def _saved(form: StepForm, actor: Actor, project: Project) -> bool:
    saved = form.carry_out(lambda: edit_project(by=actor, project=project, **form.details()))
    return saved is not None


def _theirs(
    form: StepForm, held: dict[str, Any], project: Project
) -> list[tuple[str, str | list[str]]]:
    """What the other founder saved meanwhile; the next try starts from it."""
    if not form.is_bound or form.data.get("version") == str(project.version):
        return []
    form.start_from(project.version)
    return [(str(form[name].label), held[name]) for name in held if name != "version"]


def _sent(form: MessageForm, actor: Actor, project: Project, *, again: bool) -> bool:
    text = form.cleaned_data["message"]
    if again:
        sent = form.carry_out(lambda: resubmit_project(by=actor, project=project, message=text))
    else:
        sent = form.carry_out(lambda: send_project(by=actor, project=project))
    return sent is not None


def _steps(actor: Actor, project: Project) -> list[dict[str, Any]]:
    """The task list: done, begun (a draft is kept), or not begun. The partner is chosen only while
    the plan has not been sent."""
    begun = set(
        drafts_of(actor)
        .filter(key__startswith=f"projects:{project.ref}:")
        .values_list("key", flat=True)
    )
    done = steps_done(project)
    return [
        _task(project, step, is_done=done[step], is_begun=_key(project, step) in begun)
        for step in PlanStep
        if step is not PlanStep.PARTNER or project.state in UNSENT
    ]


def _task(project: Project, step: PlanStep, *, is_done: bool, is_begun: bool) -> dict[str, Any]:
    """One line of the task list component."""
    if is_begun:
        state, tone = pgettext("projects", "In progress"), "info"
    elif is_done:
        state, tone = pgettext("projects", "Done"), "success"
    else:
        state, tone = pgettext("projects", "Not begun"), "neutral"
    return {
        "label": STEP_LABELS[step],
        "url": step_url(project, step),
        "state": state,
        "tone": tone,
    }


def _key(project: Project, step: str) -> str:
    return f"projects:{project.ref}:{step}"


def _begun(actor: Actor, key: str, lists: Any) -> dict[str, Any]:
    """A kept draft as initial values; a list stays a list with one thing in it."""
    found: dict[str, Any] = dict(typed(actor, key))
    for name in lists:
        value = found.get(name, [])
        found[name] = [value] if isinstance(value, str) else value
    return found if set(found) - set(lists) else {}
