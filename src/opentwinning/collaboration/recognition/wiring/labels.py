"""Labels in lists of projects: ribbons and the filter of Discover."""

from collections import defaultdict

from django.db.models import QuerySet
from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.vocabulary import LABELS, LabelSource
from opentwinning.collaboration.recognition.models import QualityLabel
from opentwinning.collaboration.recognition.vocabulary import LabelLevel
from opentwinning.core.prepared import prepared
from opentwinning.core.verdicts import Text

# Highest first.
LEVELS: list[tuple[str, Text]] = [
    (LabelLevel.EUROPEAN, pgettext_lazy("label", "European quality label")),
    (LabelLevel.NATIONAL, pgettext_lazy("label", "National quality label")),
]


@prepared
def _held(projects: list[int]) -> QuerySet[QualityLabel, tuple[int, str]]:
    rows = QualityLabel.objects.filter(project_id__in=projects)
    return rows.values_list("project_id", "level").distinct()


def of_projects(ids: list[int]) -> dict[int, list[str]]:
    """Levels of many projects in one query, highest first."""
    held: dict[int, set[str]] = defaultdict(set)
    for project_id, level in _held(ids):
        held[project_id].add(level)
    return {pk: [level for level, _ in LEVELS if level in levels] for pk, levels in held.items()}


def projects_with(level: str) -> frozenset[int]:
    rows = QualityLabel.objects.filter(level=level).values_list("project", flat=True)
    return frozenset(rows.distinct())


LABELS.add(LabelSource(lambda: LEVELS, of_projects, projects_with))
