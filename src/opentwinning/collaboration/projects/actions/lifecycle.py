"""Closing, reopening, archiving; and the programme's rules about it (J-12…J-14, X-30)."""

import datetime as dt

from opentwinning.collaboration.projects.actions.record import advance, locked, tell_history
from opentwinning.collaboration.projects.events import (
    ProjectArchived,
    ProjectClosed,
    ProjectReopened,
)
from opentwinning.collaboration.projects.models import Invitation, Project, Rule
from opentwinning.collaboration.projects.policies import (
    is_officer_concerned,
    may_archive_project,
    may_close_project,
    may_reopen_project,
    may_set_rules,
    partnership_of,
)
from opentwinning.collaboration.projects.vocabulary import (
    InvitationState,
    ProjectState,
    RuleKey,
    StepKind,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import deny_unless


@action
def close_project(*, by: Actor, project: Project, message: str = "") -> Project:
    """The work is done: the TwinSpace becomes read-only, certificates are issued (X-30, J-10)."""
    project = locked(project)
    deny_unless(may_close_project(by, project))
    advance(project, ProjectState.CLOSED)
    project.closed_at = now()
    project.save()
    Invitation.objects.filter(project=project, state=InvitationState.WAITING).update(
        state=InvitationState.WITHDRAWN, answered_at=now()
    )
    speak_in_history(project, StepKind.CLOSED, by, message)
    emit(ProjectClosed(project.pk, project.closed_at))
    return project


@action
def reopen_project(*, by: Actor, project: Project, message: str = "") -> Project:
    """A project planned for several years goes on (J-13)."""
    project = locked(project)
    deny_unless(may_reopen_project(by, project))
    advance(project, ProjectState.APPROVED)
    project.closed_at = None
    project.save()
    speak_in_history(project, StepKind.REOPENED, by, message)
    emit(ProjectReopened(project.pk, now()))
    return project


@action
def archive_project(*, by: Actor, project: Project, message: str = "") -> Project:
    """A closed project is put away for good: read only, no reopening."""
    project = locked(project)
    deny_unless(may_archive_project(by, project))
    advance(project, ProjectState.ARCHIVED)
    project.archived_at = now()
    project.save()
    speak_in_history(project, StepKind.ARCHIVED, by, message)
    emit(ProjectArchived(project.pk))
    return project


@action
def set_rule(*, by: Actor, key: RuleKey, is_allowed: bool, since: dt.date) -> Rule:
    """What the programme allows from a day on; setting the same day again replaces it (C-19)."""
    deny_unless(may_set_rules(by))
    rule, _ = Rule.objects.update_or_create(
        key=key,
        since=since,
        defaults={"is_allowed": is_allowed, "by_account_id": by.account_id, "at": now()},
    )
    note(rule, key=key, is_allowed=is_allowed, since=since.isoformat())
    return rule


def speak_in_history(project: Project, kind: StepKind, by: Actor, message: str) -> None:
    """Partners are named; an officer speaks as the office."""
    is_partner = partnership_of(by, project) is not None
    country = ""
    if not is_partner and is_officer_concerned(by, project):
        country = next(iter(sorted(by.countries)), "")
    tell_history(
        project,
        kind,
        by,
        message=message.strip(),
        country=country,
        name=by.name if is_partner else "",
    )
