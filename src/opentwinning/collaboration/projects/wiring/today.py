"""What an educator has to do about projects, and her projects on Today."""

from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.collaboration.projects.queries import (
    invitations_for,
    projects_in_states,
    projects_of,
)
from opentwinning.collaboration.projects.vocabulary import PartnershipRole, ProjectState
from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.places import FIRST_STEPS, TO_DOS, FirstStep, Todo

FIRST_STEPS.add(
    FirstStep(
        key="project",
        label=pgettext_lazy("first steps", "Begin a project"),
        detail=pgettext_lazy("first steps", "Write a short plan and choose your partner."),
        url=lambda actor: reverse("projects:begin"),
        is_done=lambda actor: projects_of(actor).exists(),
        needs_validation=True,
    ),
    order=60,
)


@TO_DOS.add
def todos(actor: Actor) -> list[Todo]:
    """Answers that somebody waits for first, then own plans that rest."""
    if actor.account_id is None:
        return []
    asked = [
        Todo(
            text=_asked(invitation.role, invitation.project.title),
            url=reverse("projects:invitation", args=[invitation.ref]),
            icon="handshake",
            detail=invitation.by_educator.name if invitation.by_educator else "",
            is_urgent=True,
        )
        for invitation in invitations_for(actor)
    ]
    resting = projects_in_states(
        actor, [ProjectState.RETURNED, ProjectState.DECLINED, ProjectState.DRAFT]
    )
    return asked + [
        Todo(
            text=_resting(project.state, project.title),
            url=reverse("projects:plan", args=[project.ref]),
            icon="pencil",
            is_urgent=project.state == ProjectState.RETURNED,
        )
        for project in resting
    ]


def _asked(role: str, title: str) -> str:
    if role == PartnershipRole.FOUNDER:
        sentence = pgettext("todo", "Answer: found “%(title)s” together?")
    else:
        sentence = pgettext("todo", "Answer: join “%(title)s”?")
    return sentence % {"title": title}


def _resting(state: str, title: str) -> str:
    sentences = {
        ProjectState.RETURNED: pgettext("todo", "Change the plan of “%(title)s” and send it again"),
        ProjectState.DECLINED: pgettext("todo", "Choose another partner for “%(title)s”"),
        ProjectState.DRAFT: pgettext("todo", "Finish the plan of “%(title)s”"),
    }
    return sentences[ProjectState(state)] % {"title": title}
