"""What the support organisations have to decide, and have decided."""

from django.db.models import QuerySet

from opentwinning.collaboration.projects.models import (
    Approval,
    Partnership,
    Project,
    ProjectStep,
    Rule,
)
from opentwinning.collaboration.projects.vocabulary import UNDER_DECISION, Decision
from opentwinning.core.actor import Actor, Role


def approvals_waiting_for(actor: Actor) -> QuerySet[Approval]:
    """Decisions the officer may take, oldest first; never about her own project (B13)."""
    waiting = Approval.objects.filter(
        decision=Decision.WAITING, project__state__in=UNDER_DECISION
    ).select_related("project")
    if not actor.is_a(Role.CENTRAL_OFFICER):
        waiting = waiting.filter(country__in=actor.countries)
    own = Partnership.objects.filter(educator__account=actor.account_id, left_at=None)
    return waiting.exclude(project__in=own.values("project")).order_by("waiting_since", "pk")


def approvals_of(project: Project) -> list[Approval]:
    """One row per founder country."""
    return list(Approval.objects.filter(project=project).order_by("country"))


def steps_of(project: Project) -> QuerySet[ProjectStep]:
    """What happened, in order. The caller's policy decides who may read it."""
    return ProjectStep.objects.filter(project=project)


def rules() -> list[Rule]:
    """Every rule ever set, newest first."""
    return list(Rule.objects.order_by("key", "-since"))
