"""What every change of a project does: lock it, move its state, write its history.

Plain functions for the actions beside them; they write under the action's own permit.
"""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.models import (
    Invitation,
    Partnership,
    Project,
    ProjectStep,
)
from opentwinning.collaboration.projects.vocabulary import (
    TRANSITIONS,
    PartnershipRole,
    ProjectState,
    StepKind,
)
from opentwinning.core.actions import note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Invalid
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import educator_of
from opentwinning.people.organisations.queries import organisation_of

NOT_NOW = pgettext_lazy("project", "Somebody was faster. Reload the page to see what changed.")


def locked(project: Project) -> Project:
    """The row as it is now, held until the end of the transaction: two officers who decide at the
    same moment come one after the other."""
    return Project.objects.select_for_update().get(pk=project.pk)


def locked_invitation(invitation: Invitation) -> Invitation:
    """The invitation with its project locked first, so that every action takes the same order."""
    Project.objects.select_for_update().get(pk=invitation.project_id)
    return (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("project", "educator__account", "by_educator")
        .get(pk=invitation.pk)
    )


def advance(project: Project, to: ProjectState) -> None:
    """Another state, as the table allows; noted for the audit row. The caller saves."""
    left = move(project, to=to, table=TRANSITIONS, sentence=NOT_NOW)
    project.updated_at = now()
    note(project, before=left, after=to)


def tell_history(
    project: Project,
    kind: StepKind,
    by: Actor,
    *,
    message: str = "",
    country: str = "",
    name: str = "",
) -> None:
    """One line of the project's history; an office is named by its country, not by its officer."""
    ProjectStep.objects.create(
        project=project,
        kind=kind,
        country=country,
        name=name,
        message=message,
        by_account_id=by.account_id,
        at=now(),
    )


def own_educator(by: Actor) -> Educator:
    """The actor's profile; she was let in as an educator."""
    educator = educator_of(by)
    if educator is None:
        raise Invalid(pgettext_lazy("project", "Complete your profile first."))
    return educator


def take_seat(project: Project, educator: Educator, seat: int | None) -> Partnership:
    """The educator takes part from now on, from her school of today."""
    return Partnership.objects.create(
        project=project,
        educator=educator,
        role=PartnershipRole.PARTNER if seat is None else PartnershipRole.FOUNDER,
        seat=seat,
        country=educator.country,
        organisation=organisation_of(educator),
        joined_at=now(),
    )


def reason_from(message: str, sentence: str) -> str:
    """A reason that must not be missing."""
    if not message.strip():
        raise Invalid(sentence, "message")
    return message.strip()
