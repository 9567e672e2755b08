"""Further partners come and go (X-26, X-28; rows 23, 25)."""

from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.collaboration.projects.actions.record import (
    locked,
    locked_invitation,
    own_educator,
    reason_from,
    tell_history,
)
from opentwinning.collaboration.projects.events import PartnerInvited, PartnerLeft
from opentwinning.collaboration.projects.models import Invitation, Partnership, Project
from opentwinning.collaboration.projects.policies import (
    may_invite_partner,
    may_leave_project,
    may_remove_partner,
    may_set_options,
    partnership_of,
)
from opentwinning.collaboration.projects.vocabulary import (
    InvitationState,
    PartnershipRole,
    StepKind,
)
from opentwinning.community.networking.queries import are_contacts
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless, hidden
from opentwinning.people.educators.models import Educator


@action
def invite_partner(
    *, by: Actor, project: Project, educator: Educator, message: str = ""
) -> Invitation:
    """Ask a validated contact to join an active project."""
    project = locked(project)
    deny_unless(may_invite_partner(by, project))
    me = own_educator(by)
    _refuse_unfit(project, me, educator)
    note(project, invited=educator.ref)
    invitation = Invitation.objects.create(
        project=project,
        educator=educator,
        by_educator=me,
        role=PartnershipRole.PARTNER,
        message=message.strip(),
    )
    emit(PartnerInvited(project.pk, educator.pk, message.strip()))
    return invitation


@action
def withdraw_invitation(*, by: Actor, invitation: Invitation) -> Invitation:
    """Take an unanswered invitation of a partner back."""
    invitation = locked_invitation(invitation)
    deny_unless(may_invite_partner(by, invitation.project))
    if invitation.state != InvitationState.WAITING or invitation.role != PartnershipRole.PARTNER:
        raise Invalid(pgettext_lazy("project", "This invitation was already answered."))
    invitation.state = InvitationState.WITHDRAWN
    invitation.answered_at = now()
    invitation.save(update_fields=["state", "answered_at"])
    note(invitation.project, invited=invitation.educator.ref)
    return invitation


@action
def leave_project(*, by: Actor, project: Project, reason: str = "") -> Project:
    """A partner stops; what she wrote stays."""
    project = locked(project)
    deny_unless(may_leave_project(by, project))
    partnership = partnership_of(by, project)
    if partnership is None:
        deny_unless(hidden())
    else:
        _end(project, partnership, by, reason=reason.strip(), was_removed=False)
    return project


@action
def remove_partner(
    *, by: Actor, project: Project, partnership: Partnership, message: str
) -> Project:
    """A founder ends somebody's part, with a reason that she reads."""
    project = locked(project)
    deny_unless(may_remove_partner(by, project, partnership))
    if partnership.project_id != project.pk or partnership.left_at is not None:
        deny_unless(hidden())
    reason = reason_from(message, pgettext("project", "Write the reason."))
    _end(project, partnership, by, reason=reason, was_removed=True)
    return project


@action
def let_partners_invite(*, by: Actor, project: Project, allowed: bool) -> Project:
    """A setting of the founders (row 23)."""
    project = locked(project)
    deny_unless(may_set_options(by, project))
    note(project, before=project.may_partners_invite, after=allowed)
    project.may_partners_invite = allowed
    project.save(update_fields=["may_partners_invite"])
    return project


def _refuse_unfit(project: Project, me: Educator, educator: Educator) -> None:
    if not educator.is_validated:
        raise Invalid(pgettext_lazy("project", "Your partner must be validated first."), "educator")
    if not are_contacts(me.account_id, educator.account_id):
        raise Invalid(pgettext_lazy("project", "Choose one of your contacts."), "educator")
    if Partnership.objects.filter(project=project, educator=educator, left_at=None).exists():
        raise Invalid(pgettext_lazy("project", "She already takes part."), "educator")
    waiting = Invitation.objects.filter(
        project=project, educator=educator, state=InvitationState.WAITING
    )
    if waiting.exists():
        raise Invalid(pgettext_lazy("project", "She was already invited."), "educator")


def _end(
    project: Project, partnership: Partnership, by: Actor, *, reason: str, was_removed: bool
) -> None:
    partnership.left_at = now()
    partnership.save(update_fields=["left_at"])
    educator = partnership.educator
    tell_history(project, StepKind.LEFT, by, message=reason, name=educator.name)
    note(project, reason=reason, partner=educator.ref, was_removed=was_removed)
    emit(
        PartnerLeft(
            project.pk, partnership.pk, educator.pk, educator.account_id, was_removed, reason
        )
    )
