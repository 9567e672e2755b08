"""Deleting an approved project: ask, agree, grant, keep; one page says where it stands (row 27)."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.collaboration.projects import policies
from opentwinning.collaboration.projects.actions import (
    agree_deletion,
    ask_deletion,
    grant_deletion,
    stop_deletion,
)
from opentwinning.collaboration.projects.forms.people import DeletionForm
from opentwinning.collaboration.projects.models import Deletion, Project
from opentwinning.collaboration.projects.queries import access_project, is_founder
from opentwinning.collaboration.projects.vocabulary import DELETION_GRACE
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Verdict, deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page

type Act = Callable[[Actor, Project, str], Deletion]

ACTS: dict[str, tuple[Callable[[Actor, Project], Verdict], Act]] = {
    "ask": (
        policies.may_ask_deletion,
        lambda by, project, text: ask_deletion(by=by, project=project, reason=text),
    ),
    "agree": (
        policies.may_agree_deletion,
        lambda by, project, text: agree_deletion(by=by, project=project, message=text),
    ),
    "grant": (
        policies.may_grant_deletion,
        lambda by, project, text: grant_deletion(by=by, project=project, message=text),
    ),
    "keep": (
        policies.may_stop_deletion,
        lambda by, project, text: stop_deletion(by=by, project=project, message=text),
    ),
}


@open_to(Audience.EDUCATORS, Audience.OFFICERS)
def deletion(request: HttpRequest, ref: str) -> HttpResponse:
    """What would go, who has agreed, what she may do now."""
    actor = cast("ActorRequest", request).actor
    project = access_project(actor, ref, to="end")
    form = DeletionForm(request.POST or None)
    # Whoever begins it says why; an answer may be silent.
    form.fields["message"].required = policies.open_deletion_of(project) is None
    if form.is_valid():
        may, act = ACTS[form.cleaned_data["act"]]
        deny_unless(may(actor, project))
        text = form.cleaned_data["message"]
        if form.carry_out(lambda: act(actor, project, text)):
            messages.success(request, pgettext("projects", "Your decision is saved."))
            return go(request, "projects:project", ref)
    return page(request, "projects/deletion.html", form=form, **_stand(actor, project))


def _stand(actor: Actor, project: Project) -> dict[str, Any]:
    return {
        "project": project,
        "deletion": policies.open_deletion_of(project),
        "days": DELETION_GRACE.days,
        "is_founder": is_founder(actor, project),
        "may": {name: bool(may(actor, project)) for name, (may, _) in ACTS.items()},
    }
