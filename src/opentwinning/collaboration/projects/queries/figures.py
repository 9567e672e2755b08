"""Counts for the portal."""

from opentwinning.collaboration.projects.models import Partnership, Project
from opentwinning.collaboration.projects.vocabulary import REAL


def projects_count() -> int:
    """Projects that were ever approved."""
    return Project.objects.filter(state__in=REAL).count()


def countries_count() -> int:
    """Countries with a partner in one of them."""
    rows = Partnership.objects.filter(project__state__in=REAL)
    return rows.values("country").distinct().count()
