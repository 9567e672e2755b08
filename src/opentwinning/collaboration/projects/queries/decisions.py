"""What the support organisations have to decide, and have decided."""

import datetime as dt

from django.db.models import QuerySet

from opentwinning.collaboration.projects.models import (
    Approval,
    Deletion,
    Partnership,
    Project,
    ProjectStep,
    Rule,
)
from opentwinning.collaboration.projects.vocabulary import UNDER_DECISION, Decision, DeletionState
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.prepared import prepared


def approvals_waiting_for(actor: Actor) -> QuerySet[Approval]:
    """Decisions the officer may take, oldest first; never about her own project (B13)."""
    waiting = Approval.objects.filter(
        decision=Decision.WAITING, project__state__in=UNDER_DECISION
    ).select_related("project")
    if not actor.is_a(Role.CENTRAL_OFFICER):
        waiting = waiting.filter(country__in=actor.countries)
    own = Partnership.objects.filter(educator__account=actor.account_id, left_at=None)
    return waiting.exclude(project__in=own.values("project")).order_by("waiting_since", "pk")


def deletions_waiting_for(actor: Actor) -> QuerySet[Deletion]:
    """Requests of both founders that the officer may grant, oldest first (row 27)."""
    waiting = Deletion.objects.filter(state=DeletionState.AGREED).select_related("project")
    if not actor.is_a(Role.CENTRAL_OFFICER):
        asked = Approval.objects.filter(country__in=actor.countries)
        waiting = waiting.filter(project__in=asked.values("project"))
    own = Partnership.objects.filter(educator__account=actor.account_id, left_at=None)
    return waiting.exclude(project__in=own.values("project")).order_by("agreed_at", "pk")


def deletions_due() -> list[Project]:
    """Projects whose days of grace are over."""
    due = Deletion.objects.filter(state=DeletionState.SCHEDULED, due_at__lte=now())
    return [each.project for each in due.select_related("project").order_by("due_at", "pk")]


@prepared
def _due_days(project: int) -> QuerySet[Deletion, dt.datetime | None]:
    rows = Deletion.objects.filter(project_id=project, state=DeletionState.SCHEDULED)
    return rows.order_by("pk").values_list("due_at", flat=True)[:1]


def due_day_of(project: Project) -> dt.datetime | None:
    """When the project will be deleted; None while nobody decided so."""
    return next(iter(_due_days(project.pk)), None)


@prepared
def _approvals(project: int) -> QuerySet[Approval]:
    return Approval.objects.filter(project_id=project).order_by("country")


def approvals_of(project: Project) -> list[Approval]:
    """One row per founder country."""
    return _approvals(project.pk)


def steps_of(project: Project) -> QuerySet[ProjectStep]:
    """What happened, in order. The caller's policy decides who may read it."""
    return ProjectStep.objects.filter(project=project)


def rules() -> list[Rule]:
    """Every rule ever set, newest first."""
    return list(Rule.objects.order_by("key", "-since"))
