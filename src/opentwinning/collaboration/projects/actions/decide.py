"""The support organisations decide, each for its own country (J-02).

A yes stays a yes: when the other office asks for changes, only offices that asked decide again.
Descriptions stay editable even after the approval (X-27), so a yes is to the project, not to a
sentence.
"""

from collections.abc import Callable

from django.utils.translation import pgettext

from opentwinning.collaboration.projects.actions.record import (
    NOT_NOW,
    advance,
    locked,
    reason_from,
    tell_history,
)
from opentwinning.collaboration.projects.events import (
    DecisionRecorded,
    ProjectApproved,
    ProjectRejected,
    ProjectSubmitted,
    ProjectWithdrawn,
)
from opentwinning.collaboration.projects.models import Approval, Project
from opentwinning.collaboration.projects.policies import (
    may_decide_project,
    may_resubmit_project,
    may_withdraw_project,
)
from opentwinning.collaboration.projects.vocabulary import Decision, ProjectState, StepKind
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless


@action
def approve_project(*, by: Actor, project: Project, country: str, message: str = "") -> Approval:
    """One office's yes; the last one opens the project (T-01)."""
    project, approval = _decide(by, project, country, Decision.APPROVED, message.strip())
    waiting = Approval.objects.filter(project=project).exclude(decision=Decision.APPROVED)
    if not waiting.exists():
        advance(project, ProjectState.APPROVED)
        project.approved_at = now()
        project.save()
        emit(ProjectApproved(project.pk, project.approved_at))
    _announce(project, approval)
    return approval


@action
def return_project(*, by: Actor, project: Project, country: str, message: str) -> Approval:
    """One office asks for changes; the other may still decide meanwhile."""
    message = reason_from(message, pgettext("project", "Write what should change."))
    project, approval = _decide(by, project, country, Decision.RETURNED, message)
    if project.state != ProjectState.RETURNED:
        advance(project, ProjectState.RETURNED)
        project.save()
    _announce(project, approval)
    return approval


@action
def reject_project(*, by: Actor, project: Project, country: str, message: str) -> Approval:
    """One office's no ends it: both must agree."""
    message = reason_from(message, pgettext("project", "Write the reason."))
    project, approval = _decide(by, project, country, Decision.REJECTED, message)
    advance(project, ProjectState.REJECTED)
    project.save()
    emit(ProjectRejected(project.pk))
    _announce(project, approval)
    return approval


@action
def resubmit_project(*, by: Actor, project: Project, message: str = "") -> Project:
    """The founders changed the plan: those who asked for it decide again, nobody else."""
    project = locked(project)
    deny_unless(may_resubmit_project(by, project))
    again = Approval.objects.filter(project=project, decision=Decision.RETURNED)
    countries = sorted(again.values_list("country", flat=True))
    again.update(
        decision=Decision.WAITING, by_account_id=None, decided_at=None, waiting_since=now()
    )
    advance(project, ProjectState.WAITING_FOR_OFFICES)
    project.save()
    tell_history(project, StepKind.RESUBMITTED, by, message=message.strip(), name=by.name)
    emit(ProjectSubmitted(project.pk, countries))
    return project


@action
def withdraw_project(*, by: Actor, project: Project, reason: str = "") -> Project:
    """The founders give up before the offices have decided (X-25)."""
    project = locked(project)
    deny_unless(may_withdraw_project(by, project))
    advance(project, ProjectState.WITHDRAWN)
    project.save()
    tell_history(project, StepKind.WITHDRAWN, by, message=reason.strip(), name=by.name)
    emit(ProjectWithdrawn(project.pk, by.account_id or 0))
    return project


_STEPS: dict[Decision, StepKind] = {
    Decision.APPROVED: StepKind.APPROVED,
    Decision.RETURNED: StepKind.RETURNED,
    Decision.REJECTED: StepKind.REJECTED,
}
Deciding = Callable[..., Approval]
DECIDING: dict[Decision, Deciding] = {
    Decision.APPROVED: approve_project,
    Decision.RETURNED: return_project,
    Decision.REJECTED: reject_project,
}


def _decide(
    by: Actor, project: Project, country: str, decision: Decision, message: str
) -> tuple[Project, Approval]:
    """Record one office's answer, once; the project is locked before anything is read."""
    project = locked(project)
    deny_unless(may_decide_project(by, project, country))
    approval = Approval.objects.filter(project=project, country=country).first()
    if approval is None or not approval.is_waiting:
        raise Invalid(NOT_NOW)
    approval.decision = decision
    approval.message = message
    approval.by_account_id = by.account_id
    approval.decided_at = now()
    approval.save()
    tell_history(project, _STEPS[decision], by, message=message, country=country)
    note(project, country=country, decision=decision)
    return project, approval


def _announce(project: Project, approval: Approval) -> None:
    emit(
        DecisionRecorded(
            project.pk, approval.country, approval.decision, approval.message, project.state
        )
    )
