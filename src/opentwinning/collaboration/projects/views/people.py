"""Answering, inviting, leaving, removing."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.collaboration.projects.actions import (
    accept_invitation,
    decline_invitation,
    invite_partner,
    leave_project,
    let_partners_invite,
    remove_partner,
    withdraw_invitation,
)
from opentwinning.collaboration.projects.forms.people import (
    AnswerForm,
    InviteForm,
    MessageForm,
    ReasonForm,
)
from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.projects.policies import may_invite_partner
from opentwinning.collaboration.projects.queries import (
    access_invitation,
    access_partnership,
    access_project,
    access_sent_invitation,
    invitations_of,
    is_founder,
    partnerships_of,
)
from opentwinning.collaboration.projects.queries.sheet import sheet_of
from opentwinning.collaboration.projects.vocabulary import InvitationState, PartnershipRole
from opentwinning.community.networking.queries import contacts_of
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page


@open_to(Audience.EDUCATORS)
def invitation(request: HttpRequest, ref: str) -> HttpResponse:
    """Read the plan, then say yes or no."""
    actor = cast("ActorRequest", request).actor
    asked = access_invitation(actor, ref)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        answer = (
            accept_invitation if form.cleaned_data["answer"] == "accept" else decline_invitation
        )
        text = form.cleaned_data["message"]
        if form.carry_out(lambda: answer(by=actor, invitation=asked, message=text)):
            accepted = answer is accept_invitation
            messages.success(request, _thanks(accepted=accepted))
            where = ("projects:project", asked.project.ref) if accepted else ("projects:mine",)
            return go(request, *where)
    return page(
        request,
        "projects/invitation.html",
        form=form,
        invitation=asked,
        sheet=sheet_of(asked.project),
        is_waiting=asked.state == InvitationState.WAITING,
        to_found=asked.role == PartnershipRole.FOUNDER,
    )


def _thanks(*, accepted: bool) -> str:
    if accepted:
        return pgettext("projects", "Thank you. Your yes is saved.")
    return pgettext("projects", "Your answer is saved. The founder was told.")


@open_to(Audience.EDUCATORS, methods=("GET",))
def partners(request: HttpRequest, ref: str) -> HttpResponse:
    """Who takes part, who was invited; invite a contact."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="see")
    return _people(request, project, _invite_form(request, project))


@open_to(Audience.EDUCATORS, methods=("POST",))
def invite(request: HttpRequest, ref: str) -> HttpResponse:
    """Send an invitation."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="invite")
    form = _invite_form(request, project)
    if form.is_valid():
        sent = form.carry_out(lambda: invite_partner(by=actor, project=project, **form.details()))
        if sent is not None:
            messages.success(request, pgettext("projects", "Your invitation is sent."))
            return go(request, "projects:partners", ref)
    return _people(request, project, form)


def _invite_form(request: HttpRequest, project: Project) -> InviteForm:
    """Contacts who may be asked: validated, not part of it, not asked yet."""
    actor = cast("ActorRequest", request).actor
    known = {p.educator_id for p in partnerships_of(project)}
    known |= {i.educator_id for i in invitations_of(project)}
    contacts = [c for c in contacts_of(actor) if c.is_validated and c.pk not in known]
    posted = request.POST if request.method == "POST" else None
    return InviteForm(posted, contacts=contacts)


def _people(request: HttpRequest, project: Project, form: InviteForm) -> HttpResponse:
    actor = cast("ActorRequest", request).actor
    return page(
        request,
        "projects/partners.html",
        form=form,
        project=project,
        people=partnerships_of(project),
        waiting=list(invitations_of(project)),
        contacts=list(form.contacts.values()),
        is_founder=is_founder(actor, project),
        may_invite=may_invite_partner(actor, project),
    )


@open_to(Audience.EDUCATORS, methods=("POST",))
def partners_invite(request: HttpRequest, ref: str) -> HttpResponse:
    """A setting: may partners invite too?"""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="set")
    let_partners_invite(by=actor, project=project, allowed=request.POST.get("allowed") == "yes")
    return go(request, "projects:partners", ref)


@open_to(Audience.EDUCATORS, methods=("POST",))
def take_invitation_back(request: HttpRequest, ref: str) -> HttpResponse:
    actor = cast("ActorRequest", request).actor
    sent = access_sent_invitation(actor, ref)
    withdraw_invitation(by=actor, invitation=sent)
    return go(request, "projects:partners", sent.project.ref)


@open_to(Audience.EDUCATORS)
def remove(request: HttpRequest, ref: str) -> HttpResponse:
    """A founder ends a partner's part."""
    actor = cast("ActorRequest", request).actor
    partnership = access_partnership(actor, ref)
    form = ReasonForm(request.POST or None)
    project = partnership.project
    if form.is_valid():
        text = form.cleaned_data["message"]
        ended = form.carry_out(
            lambda: remove_partner(by=actor, project=project, partnership=partnership, message=text)
        )
        if ended is not None:
            return go(request, "projects:partners", project.ref)
    return page(
        request, "projects/remove.html", form=form, partnership=partnership, project=project
    )


@open_to(Audience.EDUCATORS)
def leave(request: HttpRequest, ref: str) -> HttpResponse:
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="leave")
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["message"]
        if form.carry_out(lambda: leave_project(by=actor, project=project, reason=text)):
            messages.success(request, pgettext("projects", "You left the project."))
            return go(request, "projects:mine")
    return page(request, "projects/leave.html", form=form, project=project)
