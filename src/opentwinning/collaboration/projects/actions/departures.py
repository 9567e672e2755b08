"""Somebody's account is erased: her projects go on, end, or are taken over, and nobody is left to
wonder (J3, J-02, A-04).

By state: a plan that only she carried disappears; one that waits for offices is withdrawn; an
active project goes on with its other founder, else with its longest partner, else it is closed.
Finished projects keep the partnership, without a name: her school took part.
"""

from django.db.models import Q

from opentwinning.collaboration.projects.actions.record import advance, locked, tell_history
from opentwinning.collaboration.projects.events import (
    FounderGone,
    FounderSucceeded,
    FounderUnavailable,
    PartnerLeft,
    PlanAbandoned,
    ProjectClosed,
    ProjectOrphaned,
    ProjectWithdrawn,
)
from opentwinning.collaboration.projects.models import Deletion, Invitation, Partnership, Project
from opentwinning.collaboration.projects.policies import may_let_account_go
from opentwinning.collaboration.projects.queries.lists import founders_of, partners_of
from opentwinning.collaboration.projects.vocabulary import (
    UNDER_DECISION,
    UNSENT,
    DeletionState,
    InvitationState,
    PartnershipRole,
    ProjectState,
    StepKind,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.accounts.vocabulary import AccountState


@action
def let_account_go(*, by: Actor, account_id: int) -> None:
    """Everything of an educator who is about to be erased; called once, before she is."""
    deny_unless(may_let_account_go(by))
    hers = Q(partnerships__educator__account_id=account_id, partnerships__left_at=None)
    asked = Q(
        invitations__educator__account_id=account_id, invitations__state=InvitationState.WAITING
    )
    chosen = Q(chosen_partner__account_id=account_id)
    found = list(
        Project.objects.filter(hers | asked | chosen).distinct().order_by("pk").values_list("pk")
    )
    for (pk,) in found:
        project = locked(Project(pk=pk))
        _lapse_request(project, account_id)
        _let_go(project, by, account_id)
    note(account=account_id, projects=[pk for (pk,) in found])


def _lapse_request(project: Project, account_id: int) -> None:
    """She was asked, or chosen to be asked: the first founder may ask somebody else."""
    waiting = Invitation.objects.filter(
        project=project, educator__account_id=account_id, state=InvitationState.WAITING
    )
    was_asked = waiting.filter(role=PartnershipRole.FOUNDER).exists()
    waiting.update(state=InvitationState.WITHDRAWN, answered_at=now())
    partner = project.chosen_partner
    if partner is not None and partner.account_id == account_id:
        project.chosen_partner = None
        project.request_text = ""
    if was_asked and project.state == ProjectState.WAITING_FOR_PARTNER:
        advance(project, ProjectState.DECLINED)
        emit(FounderUnavailable(project.pk))
    project.save()


def _let_go(project: Project, by: Actor, account_id: int) -> None:
    seat = Partnership.objects.filter(
        project=project, educator__account_id=account_id, left_at=None
    ).first()
    if seat is None:
        return
    _lapse_deletion(project)
    if seat.seat == 1:
        project.request_text = ""  # her letter to the second founder
        project.save(update_fields=["request_text"])
    if project.state in UNSENT or project.state == ProjectState.WAITING_FOR_PARTNER:
        _drop(project)
    elif project.state in UNDER_DECISION:
        _withdraw(project, by, seat)
    elif project.state == ProjectState.APPROVED:
        _go_on(project, by, seat)
    elif project.is_real and seat.is_founder:
        emit(FounderGone(project.pk))


def _lapse_deletion(project: Project) -> None:
    """A wish to delete the project that waits for a founder's word: hers can no longer be heard,
    so whoever stays asks again."""
    waiting = Deletion.objects.filter(project=project, state=DeletionState.ASKED)
    waiting.update(state=DeletionState.STOPPED, ended_at=now())


def _drop(project: Project) -> None:
    """Nobody has agreed to anything: the plan was hers alone."""
    asked = Invitation.objects.filter(project=project, state=InvitationState.WAITING)
    told = list(asked.values_list("educator__account_id", flat=True))
    emit(PlanAbandoned(project.pk, project.title, told, was_submitted=False))
    Project.objects.filter(pk=project.pk).delete()


def _withdraw(project: Project, by: Actor, seat: Partnership) -> None:
    _end(project, by, seat)
    advance(project, ProjectState.WITHDRAWN)
    project.save()
    told = [each.educator.account_id for each in founders_of(project)]
    emit(ProjectWithdrawn(project.pk, 0))
    emit(PlanAbandoned(project.pk, project.title, told, was_submitted=True))


def _go_on(project: Project, by: Actor, seat: Partnership) -> None:
    """Her pupils and her seat in the closed place follow ``PartnerLeft``."""
    _end(project, by, seat)
    educator = seat.educator
    emit(
        PartnerLeft(project.pk, seat.pk, educator.pk, educator.account_id, is_erased=True),
    )
    if not seat.is_founder:
        return
    if founders_of(project) or _succeed(project, by, seat.seat):
        emit(FounderGone(project.pk))
    else:
        _close(project, by)


def _succeed(project: Project, by: Actor, seat: int | None) -> bool:
    """The longest partner who can carry it takes the empty seat."""
    able = (
        each
        for each in partners_of(project)
        if each.educator.is_validated and each.educator.account.state == AccountState.ACTIVE
    )
    successor = next(able, None)
    if successor is None:
        return False
    successor.role, successor.seat = PartnershipRole.FOUNDER, seat
    successor.save(update_fields=["role", "seat"])
    tell_history(project, StepKind.SUCCEEDED, by, name=successor.educator.name)
    emit(FounderSucceeded(project.pk, successor.pk, successor.educator.account_id))
    return True


def _close(project: Project, by: Actor) -> None:
    advance(project, ProjectState.CLOSED)
    project.closed_at = now()
    project.save()
    Invitation.objects.filter(project=project, state=InvitationState.WAITING).update(
        state=InvitationState.WITHDRAWN, answered_at=now()
    )
    tell_history(project, StepKind.CLOSED, by)
    emit(ProjectClosed(project.pk, project.closed_at))
    emit(ProjectOrphaned(project.pk))


def _end(project: Project, by: Actor, seat: Partnership) -> None:
    seat.left_at = now()
    seat.save(update_fields=["left_at"])
    tell_history(project, StepKind.GONE, by)
