"""The project for its members: where it stands, and the acts of its life (pages 57, 93)."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.collaboration.projects import policies
from opentwinning.collaboration.projects.actions import (
    archive_project,
    close_project,
    recall_project,
    reopen_project,
    withdraw_project,
)
from opentwinning.collaboration.projects.forms.people import MessageForm
from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.projects.queries import (
    access_project,
    invitations_of,
    is_founder,
)
from opentwinning.collaboration.projects.queries.access import Intention
from opentwinning.collaboration.projects.queries.sheet import (
    history_of,
    offices_of,
    sheet_of,
    way_of,
)
from opentwinning.core.actor import Actor
from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page


@open_to(Audience.EDUCATORS, Audience.OFFICERS, methods=("GET",))
def project(request: HttpRequest, ref: str) -> HttpResponse:
    """Plan, people, offices, history; what is possible now."""
    actor = cast("ActorRequest", request).actor
    found = access_project(actor, ref, to="see")
    return page(
        request,
        "projects/project.html",
        project=found,
        sheet=sheet_of(found),
        offices=offices_of(found),
        history=history_of(found),
        way=way_of(found),
        waiting=list(invitations_of(found)),
        is_founder=is_founder(actor, found),
        may=_possible(actor, found),
        deletion=policies.open_deletion_of(found),
        panels=panels("project", actor, found),
    )


@open_to(Audience.EDUCATORS, methods=("POST",))
def recall(request: HttpRequest, ref: str) -> HttpResponse:
    """Take the request to the partner back."""
    actor = cast("ActorRequest", request).actor
    recall_project(by=actor, project=access_project(actor, ref, to="recall"))
    messages.success(request, pgettext("projects", "Your request is taken back."))
    return go(request, "projects:plan", ref)


@open_to(Audience.EDUCATORS)
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    return _act(request, ref, "withdraw", withdraw_project, words="reason")


@open_to(Audience.EDUCATORS, Audience.OFFICERS)
def close(request: HttpRequest, ref: str) -> HttpResponse:
    return _act(request, ref, "close", close_project)


@open_to(Audience.EDUCATORS, Audience.OFFICERS)
def reopen(request: HttpRequest, ref: str) -> HttpResponse:
    return _act(request, ref, "reopen", reopen_project)


@open_to(Audience.EDUCATORS, Audience.OFFICERS)
def archive(request: HttpRequest, ref: str) -> HttpResponse:
    return _act(request, ref, "archive", archive_project)


def _act(
    request: HttpRequest,
    ref: str,
    intention: Intention,
    act: Callable[..., Project],
    words: str = "message",
) -> HttpResponse:
    """One clear question, one optional text (what the act calls ``words``), one act."""
    actor = cast("ActorRequest", request).actor
    found = access_project(actor, ref, to=intention)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        text = {words: form.cleaned_data["message"]}
        if form.carry_out(lambda: act(by=actor, project=found, **text)):
            return go(request, "projects:project", ref)
    beside = panels(f"project_{intention}", actor, found)
    return page(request, f"projects/{intention}.html", form=form, project=found, panels=beside)


def _possible(actor: Actor, found: Project) -> dict[str, Any]:
    """Which acts to offer; the same policies refuse the others."""
    judged = {
        "edit": policies.may_edit_project,
        "send": policies.may_send_project,
        "recall": policies.may_recall_project,
        "resubmit": policies.may_resubmit_project,
        "withdraw": policies.may_withdraw_project,
        "delete": policies.may_delete_draft,
        "copy": policies.may_copy_project,
        "decide": policies.may_decide_project,
        "close": policies.may_close_project,
        "reopen": policies.may_reopen_project,
        "archive": policies.may_archive_project,
        "publish": policies.may_publish_project,
        "unpublish": policies.may_unpublish_project,
        "leave": policies.may_leave_project,
        "ask_deletion": policies.may_ask_deletion,
        "end": policies.may_handle_deletion,
    }
    return {name: bool(policy(actor, found)) for name, policy in judged.items()}
