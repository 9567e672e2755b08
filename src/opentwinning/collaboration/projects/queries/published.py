"""What visitors find."""

from dataclasses import dataclass

from django.db.models import QuerySet

from opentwinning.collaboration.projects.models import Partnership, Project, Publication
from opentwinning.collaboration.projects.vocabulary import PUBLIC_PARTS, REAL, ProjectTraitKind
from opentwinning.core.clock import now
from opentwinning.core.prepared import prepared
from opentwinning.facilities.search.queries import matching

NEWEST = 3  # on the portal


@dataclass(frozen=True, slots=True)
class PublishedFilter:
    """What a visitor looks for; "" means anything. ``only`` keeps these project ids (labels)."""

    words: str = ""
    country: str = ""
    language: str = ""
    subject: str = ""
    age: str = ""
    only: frozenset[int] | None = None


@prepared
def _newest() -> QuerySet[Project]:
    return published_projects()[:NEWEST]


def newest_published() -> list[Project]:
    """The latest published projects, at most ``NEWEST``."""
    return _newest()


def published_projects(wanted: PublishedFilter | None = None) -> QuerySet[Project]:
    """Projects everybody may see, latest published first."""
    wanted = wanted or PublishedFilter()
    found = Project.objects.filter(is_published=True, state__in=REAL).select_related("publication")
    ids = matching("project", wanted.words)
    if ids is not None:
        found = found.filter(pk__in=ids)
    if wanted.only is not None:
        found = found.filter(pk__in=wanted.only)
    if wanted.country:
        partners = Partnership.objects.filter(country=wanted.country, left_at=None)
        found = found.filter(pk__in=partners.values("project"))
    for kind, value in _traits(wanted):
        found = found.filter(traits__kind=kind, traits__value=value)
    return found.order_by("-published_at", "-pk")


def _traits(wanted: PublishedFilter) -> list[tuple[ProjectTraitKind, str]]:
    pairs = [
        (ProjectTraitKind.LANGUAGE, wanted.language),
        (ProjectTraitKind.SUBJECT, wanted.subject),
        (ProjectTraitKind.AGE, wanted.age),
    ]
    return [(kind, value) for kind, value in pairs if value]


def published_project_of(ref: str) -> tuple[Project, Publication] | None:
    """A published project and its public texts."""
    project = published_projects().filter(ref=ref).first()
    return (project, project.publication) if project is not None else None


def shown_to_visitors(project: Project, parts: list[str], *, shows_educators: bool) -> Publication:
    """What visitors would see of the present texts; not saved. Preview and publishing share it, so
    that the founders see exactly what they publish."""
    return Publication(
        project=project,
        title=project.title,
        summary=project.summary,
        shows_educators=shows_educators,
        published_at=now(),
        **{name: getattr(project, name) for name in PUBLIC_PARTS if name in parts},
    )
