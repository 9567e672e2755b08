"""Projects, partners and invitations of somebody."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from opentwinning.collaboration.projects.models import (
    Invitation,
    Partnership,
    Project,
    ProjectTrait,
)
from opentwinning.collaboration.projects.vocabulary import (
    REAL,
    InvitationState,
    PartnershipRole,
    ProjectState,
    ProjectTraitKind,
)
from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Organisation


def projects_of(actor: Actor) -> QuerySet[Project]:
    """Every project the actor takes part in, in any state, newest work first. Empty for others."""
    if actor.account_id is None:
        return Project.objects.none()
    running = Partnership.objects.filter(educator__account_id=actor.account_id, left_at=None)
    return Project.objects.filter(pk__in=running.values("project")).order_by("-updated_at", "-pk")


@prepared
def _partnerships(project: int) -> QuerySet[Partnership]:
    return Partnership.objects.filter(project_id=project, left_at=None).select_related(
        "educator__account", "organisation"
    )


@prepared
def _waiting(project: int) -> QuerySet[Invitation]:
    rows = Invitation.objects.filter(project_id=project, state=InvitationState.WAITING)
    return rows.select_related("educator").order_by("created_at", "pk")


@prepared
def _traits(projects: list[int]) -> QuerySet[ProjectTrait, tuple[int, str, str]]:
    rows = ProjectTrait.objects.filter(project_id__in=projects).order_by("kind", "value")
    return rows.values_list("project_id", "kind", "value")


def partnerships_of(project: Project) -> list[Partnership]:
    """Founders first, then partners in order of arrival; with educator, account and school."""
    rows = _partnerships(project.pk)
    return sorted(rows, key=lambda p: (p.seat or 9, p.joined_at, p.pk))


def founders_of(project: Project) -> list[Partnership]:
    """The two founders (one while the second has not agreed)."""
    return [p for p in partnerships_of(project) if p.role == PartnershipRole.FOUNDER]


def partners_of(project: Project) -> list[Partnership]:
    """The partners beside the founders."""
    return [p for p in partnerships_of(project) if p.role == PartnershipRole.PARTNER]


def projects_shown_of_educator(actor: Actor, educator: Educator) -> QuerySet[Project]:
    """Approved projects of an educator that the reader may know of: published ones, and those she
    takes part in herself."""
    running = Partnership.objects.filter(educator=educator, left_at=None)
    known = Q(is_published=True) | Q(pk__in=projects_of(actor).order_by().values("pk"))
    return (
        Project.objects.select_related("publication")
        .filter(known, pk__in=running.values("project"), state__in=REAL)
        .order_by("-approved_at", "-pk")
    )


def published_projects_of_organisation(organisation: Organisation) -> QuerySet[Project]:
    """Published projects of a school's educators (page 10)."""
    running = Partnership.objects.filter(organisation=organisation, left_at=None)
    return (
        Project.objects.select_related("publication")
        .filter(pk__in=running.values("project"), state__in=REAL, is_published=True)
        .order_by("-published_at", "-pk")
    )


@prepared
def _invited(account: int) -> QuerySet[Invitation]:
    rows = Invitation.objects.filter(educator__account_id=account, state=InvitationState.WAITING)
    return rows.select_related("project", "by_educator").order_by("created_at", "pk")


def invitations_for(actor: Actor) -> list[Invitation]:
    """Invitations that wait for the actor's answer, oldest first."""
    return _invited(actor.account)


@prepared
def _in_states(account: int, states: list[str]) -> QuerySet[Project]:
    running = Partnership.objects.filter(educator__account_id=account, left_at=None)
    rows = Project.objects.filter(pk__in=running.values("project"), state__in=states)
    return rows.order_by("-updated_at", "-pk")


def projects_in_states(actor: Actor, states: Iterable[ProjectState]) -> list[Project]:
    """Projects the actor takes part in that are in one of these states, newest work first."""
    return _in_states(actor.account, sorted(states))


def invitations_of(project: Project) -> list[Invitation]:
    """Waiting invitations of one project, with who is invited."""
    return _waiting(project.pk)


def traits_of(projects: list[Project]) -> dict[int, dict[ProjectTraitKind, list[str]]]:
    """Traits of many projects in one query: project id → kind → values."""
    found: dict[int, dict[ProjectTraitKind, list[str]]] = defaultdict(lambda: defaultdict(list))
    for project_id, kind, value in _traits([p.pk for p in projects]):
        found[project_id][ProjectTraitKind(kind)].append(value)
    return found
