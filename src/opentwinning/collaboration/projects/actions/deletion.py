"""Deleting an approved project (row 27): both founders ask, a support organisation agrees, thirty
days pass in which it can be kept, then what was made in it goes for good.

What stays: the ledger, the offices' decisions, issued certificates and awarded labels, and a row
without texts for the counts.
"""

from django.utils.translation import pgettext

from opentwinning.collaboration.projects.actions.lifecycle import speak_in_history
from opentwinning.collaboration.projects.actions.publish import index_publication
from opentwinning.collaboration.projects.actions.record import (
    NOT_NOW,
    advance,
    locked,
    reason_from,
)
from opentwinning.collaboration.projects.events import (
    DeletionAgreed,
    DeletionAsked,
    DeletionScheduled,
    DeletionStopped,
    ProjectDeleted,
    ProjectDeleting,
)
from opentwinning.collaboration.projects.models import (
    Deletion,
    Invitation,
    Partnership,
    Project,
    ProjectStep,
    ProjectTrait,
    Publication,
)
from opentwinning.collaboration.projects.policies import (
    is_officer_concerned,
    may_agree_deletion,
    may_ask_deletion,
    may_delete_project,
    may_grant_deletion,
    may_stop_deletion,
    open_deletion_of,
    partnership_of,
)
from opentwinning.collaboration.projects.queries.lists import founders_of
from opentwinning.collaboration.projects.vocabulary import (
    DELETION_GRACE,
    DELETION_TRANSITIONS,
    DeletionState,
    InvitationState,
    ProjectState,
    StepKind,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.search import actions as search


@action
def ask_deletion(*, by: Actor, project: Project, reason: str) -> Deletion:
    """A founder asks, the other founder must agree. An officer concerned begins the days of grace
    at once: she answers for it with her reason."""
    project = locked(project)
    deny_unless(may_ask_deletion(by, project))
    reason = reason_from(reason, pgettext("project", "Write the reason."))
    seat = partnership_of(by, project)
    deletion = Deletion(project=project, reason=reason, asked_at=now())
    note(project, reason=reason)
    if seat is None or not seat.is_founder:
        deletion.state = DeletionState.AGREED
        deletion.save()
        _schedule(project, deletion, by, reason)
        return deletion
    deletion.asked_by = seat.educator
    others = [f for f in founders_of(project) if f.pk != seat.pk]
    deletion.save()
    speak_in_history(project, StepKind.DELETE_ASKED, by, reason)
    emit(DeletionAsked(project.pk, [other.educator.account_id for other in others]))
    if not others:
        _agree(project, deletion)
    return deletion


@action
def agree_deletion(*, by: Actor, project: Project, message: str = "") -> Deletion:
    """The other founder agrees: the offices decide now."""
    project = locked(project)
    deny_unless(may_agree_deletion(by, project))
    deletion = _open(project)
    speak_in_history(project, StepKind.DELETE_ASKED, by, message)
    _agree(project, deletion)
    note(project)
    return deletion


@action
def grant_deletion(*, by: Actor, project: Project, message: str = "") -> Deletion:
    """A support organisation agrees: the days of grace begin."""
    project = locked(project)
    deny_unless(may_grant_deletion(by, project))
    deletion = _open(project)
    _schedule(project, deletion, by, message)
    return deletion


@action
def stop_deletion(*, by: Actor, project: Project, message: str = "") -> Deletion:
    """The project is kept: a founder or an office says no, or brings it back in time."""
    project = locked(project)
    deny_unless(may_stop_deletion(by, project))
    deletion = _open(project)
    if is_officer_concerned(by, project) and partnership_of(by, project) is None:
        message = reason_from(message, pgettext("project", "Write the reason."))
    was_scheduled = deletion.state == DeletionState.SCHEDULED
    _move(deletion, DeletionState.STOPPED)
    deletion.ended_at = now()
    deletion.save()
    if was_scheduled:
        advance(project, ProjectState(deletion.left_state))
        project.save()
        publication = Publication.objects.filter(project=project).first()
        if publication is not None:
            index_publication(publication)
    speak_in_history(project, StepKind.KEPT, by, message)
    note(project, reason=message.strip())
    emit(DeletionStopped(project.pk, was_scheduled, project.is_active, message.strip()))
    return deletion


@action
def delete_project(*, by: Actor, project: Project) -> Project:
    """The days of grace are over. Nobody but the ledger remembers what was written."""
    project = locked(project)
    deny_unless(may_delete_project(by, project))
    deletion = _open(project)
    emit(ProjectDeleting(project.pk))
    _move(deletion, DeletionState.DONE)
    deletion.ended_at = now()
    deletion.save()
    advance(project, ProjectState.DELETED)
    project.summary = project.aims = project.process = project.results = ""
    project.request_text = ""
    project.is_published, project.published_at = False, None
    project.save()
    for model in (Publication, ProjectTrait, Invitation):
        model.objects.filter(project=project).delete()
    Partnership.objects.filter(project=project, left_at=None).update(left_at=now())
    ProjectStep.objects.filter(project=project).update(name="", message="")
    emit(ProjectDeleted(project.pk))
    return project


def _agree(project: Project, deletion: Deletion) -> None:
    _move(deletion, DeletionState.AGREED)
    deletion.agreed_at = now()
    deletion.save()
    emit(DeletionAgreed(project.pk))


def _schedule(project: Project, deletion: Deletion, by: Actor, message: str) -> None:
    _move(deletion, DeletionState.SCHEDULED)
    deletion.left_state = project.state
    deletion.due_at = now() + DELETION_GRACE
    deletion.save()
    speak_in_history(project, StepKind.DELETE_SET, by, message)
    advance(project, ProjectState.DELETING)
    project.save()
    Invitation.objects.filter(project=project, state=InvitationState.WAITING).update(
        state=InvitationState.WITHDRAWN, answered_at=now()
    )
    search.forget("project", project.pk)
    note(project, due_at=deletion.due_at)
    emit(DeletionScheduled(project.pk, deletion.due_at))


def _open(project: Project) -> Deletion:
    deletion = open_deletion_of(project)
    if deletion is None:
        raise Invalid(NOT_NOW)
    return deletion


def _move(deletion: Deletion, to: DeletionState) -> None:
    move(deletion, to=to, table=DELETION_TRANSITIONS, sentence=NOT_NOW)
