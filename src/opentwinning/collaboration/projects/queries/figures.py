"""Counts for the portal and the desks."""

from opentwinning.collaboration.projects.models import Partnership, Project
from opentwinning.collaboration.projects.vocabulary import REAL, ProjectState


def projects_count() -> int:
    """Projects that were ever approved."""
    return Project.objects.filter(state__in=REAL).count()


def countries_count() -> int:
    """Countries with a partner in one of them."""
    rows = Partnership.objects.filter(project__state__in=REAL)
    return rows.values("country").distinct().count()


def active_count(country: str) -> int:
    """Active projects with a partner of the country."""
    partners = Partnership.objects.filter(country=country, left_at=None)
    active = Project.objects.filter(state=ProjectState.APPROVED)
    return active.filter(pk__in=partners.values("project")).count()


def national_count(country: str) -> int:
    """Of these, projects whose founders are both of the country (X-29)."""
    partners = Partnership.objects.filter(country=country, seat=1)
    active = Project.objects.filter(state=ProjectState.APPROVED, is_national=True)
    return active.filter(pk__in=partners.values("project")).count()
