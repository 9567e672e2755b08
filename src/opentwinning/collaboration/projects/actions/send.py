"""Asking the second founder, and the answers of everybody who was asked (J-02, J-09)."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.actions.record import (
    NOT_NOW,
    advance,
    locked,
    locked_invitation,
    own_educator,
    take_seat,
    tell_history,
)
from opentwinning.collaboration.projects.events import (
    FounderAgreed,
    FounderAsked,
    FounderDeclined,
    InvitationDeclined,
    PartnerJoined,
    ProjectSubmitted,
)
from opentwinning.collaboration.projects.models import (
    Approval,
    Invitation,
    Partnership,
    Project,
    Rule,
)
from opentwinning.collaboration.projects.policies import (
    may_answer_invitation,
    may_begin_project,
    may_recall_project,
    may_send_project,
)
from opentwinning.collaboration.projects.queries.plan import is_complete
from opentwinning.collaboration.projects.vocabulary import (
    InvitationState,
    PartnershipRole,
    ProjectState,
    RuleKey,
    StepKind,
)
from opentwinning.community.networking.queries import are_contacts
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.educators.models import Educator


@action
def send_project(*, by: Actor, project: Project) -> Project:
    """Ask the chosen contact to found the project together."""
    project = locked(project)
    deny_unless(may_send_project(by, project))
    deny_unless(may_begin_project(by))
    if not is_complete(project):
        raise Invalid(pgettext_lazy("project", "Some steps are not finished. Complete them first."))
    me = own_educator(by)
    partner = _fit_partner(project, me)
    Invitation.objects.create(
        project=project,
        educator=partner,
        by_educator=me,
        role=PartnershipRole.FOUNDER,
        message=project.request_text,
    )
    advance(project, ProjectState.WAITING_FOR_PARTNER)
    project.save()
    tell_history(project, StepKind.SENT, by, message=project.request_text, name=by.name)
    emit(FounderAsked(project.pk, partner.pk))
    return project


@action
def recall_project(*, by: Actor, project: Project) -> Project:
    """Take an unanswered request back, to change the plan or to ask somebody else."""
    project = locked(project)
    deny_unless(may_recall_project(by, project))
    advance(project, ProjectState.DRAFT)
    project.save()
    _end_invitations(project)
    tell_history(project, StepKind.WITHDRAWN, by, name=by.name)
    return project


@action
def accept_invitation(*, by: Actor, invitation: Invitation, message: str = "") -> Partnership:
    """Yes: the second founder's opens the decision of the offices, a partner's lets her in."""
    invitation = locked_invitation(invitation)
    deny_unless(may_answer_invitation(by, invitation))
    deny_unless(may_begin_project(by))
    if invitation.role == PartnershipRole.FOUNDER:
        partnership = _found(invitation, by, message.strip())
    else:
        partnership = _join(invitation, by, message.strip())
    _answer(invitation, InvitationState.ACCEPTED, message)
    return partnership


@action
def decline_invitation(*, by: Actor, invitation: Invitation, message: str = "") -> Invitation:
    """No: the founder reads why and may ask somebody else."""
    invitation = locked_invitation(invitation)
    deny_unless(may_answer_invitation(by, invitation))
    project, text = invitation.project, message.strip()
    _answer(invitation, InvitationState.DECLINED, message)
    if invitation.role == PartnershipRole.FOUNDER:
        advance(project, ProjectState.DECLINED)
        project.chosen_partner = None
        project.save()
        tell_history(project, StepKind.DECLINED, by, message=text, name=by.name)
        emit(FounderDeclined(project.pk, invitation.educator_id, text))
    else:
        note(project)
        emit(InvitationDeclined(project.pk, invitation.educator_id, text))
    return invitation


def _fit_partner(project: Project, me: Educator) -> Educator:
    """The chosen partner, if she may found this project today."""
    partner = project.chosen_partner
    if partner is None or not partner.is_validated:
        raise Invalid(pgettext_lazy("project", "Your partner must be validated first."))
    if not are_contacts(me.account_id, partner.account_id):
        raise Invalid(pgettext_lazy("project", "Choose one of your contacts as your partner."))
    _refuse_national(me.country, partner.country)
    return partner


def _refuse_national(one: str, other: str) -> None:
    if one == other and not Rule.allows(RuleKey.NATIONAL_PROJECTS):
        raise Invalid(
            pgettext_lazy("project", "This year the two founders must come from two countries.")
        )


def _found(invitation: Invitation, by: Actor, message: str) -> Partnership:
    project = invitation.project
    first = Partnership.objects.get(project=project, seat=1)
    _refuse_national(first.country, invitation.educator.country)
    advance(project, ProjectState.WAITING_FOR_OFFICES)
    partnership = take_seat(project, invitation.educator, 2)
    countries = sorted({first.country, partnership.country})
    project.is_national = len(countries) == 1
    project.submitted_at = now()
    project.save()
    Approval.objects.bulk_create(
        Approval(project=project, country=country, waiting_since=now()) for country in countries
    )
    tell_history(project, StepKind.ACCEPTED, by, message=message, name=by.name)
    emit(FounderAgreed(project.pk, partnership.educator_id))
    emit(ProjectSubmitted(project.pk, countries))
    return partnership


def _join(invitation: Invitation, by: Actor, message: str) -> Partnership:
    project = invitation.project
    if not project.is_active:
        raise Invalid(NOT_NOW)
    partnership = take_seat(project, invitation.educator, None)
    tell_history(project, StepKind.JOINED, by, message=message, name=by.name)
    note(project, partner=invitation.educator.ref)
    emit(
        PartnerJoined(
            project.pk, partnership.pk, invitation.educator_id, invitation.educator.account_id
        )
    )
    return partnership


def _answer(invitation: Invitation, state: InvitationState, message: str) -> None:
    invitation.state = state
    invitation.answer = message.strip()
    invitation.answered_at = now()
    invitation.save(update_fields=["state", "answer", "answered_at"])


def _end_invitations(project: Project) -> None:
    Invitation.objects.filter(project=project, state=InvitationState.WAITING).update(
        state=InvitationState.WITHDRAWN, answered_at=now()
    )
