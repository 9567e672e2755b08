"""Projects as cards of a list: what a reader sees of each, in four queries for all of them."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from opentwinning.collaboration.projects.models import Partnership, Project
from opentwinning.collaboration.projects.queries.lists import traits_of
from opentwinning.collaboration.projects.queries.words import in_words
from opentwinning.collaboration.projects.vocabulary import (
    LABELS,
    NEXT_STEPS,
    STATE_LABELS,
    WORKPLACES,
    PartnershipRole,
    ProjectState,
    ProjectTraitKind,
)
from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.core.verdicts import Text


@dataclass(frozen=True, slots=True)
class Card:
    """One project in a list. ``workplace`` is the address of its closed place for its members."""

    project: Project
    countries: list[str]
    state: Text
    tone: str
    ages: str
    subjects: str
    label: Text
    next_step: Text
    is_mine: bool
    is_founder: bool
    workplace: str


TONES: dict[ProjectState, str] = {
    ProjectState.DRAFT: "neutral",
    ProjectState.WAITING_FOR_PARTNER: "info",
    ProjectState.DECLINED: "warning",
    ProjectState.WAITING_FOR_OFFICES: "info",
    ProjectState.RETURNED: "warning",
    ProjectState.REJECTED: "danger",
    ProjectState.WITHDRAWN: "neutral",
    ProjectState.APPROVED: "success",
    ProjectState.CLOSED: "neutral",
    ProjectState.ARCHIVED: "neutral",
    ProjectState.DELETING: "danger",
    ProjectState.DELETED: "neutral",
}


def cards_of(actor: Actor, projects: list[Project]) -> list[Card]:
    """Cards in the given order; the number of queries does not grow with them."""
    ids = [project.pk for project in projects]
    partners = _partners(ids)
    traits = traits_of(projects)
    awarded = _labels(ids)
    own = {
        row.project_id: row.role == PartnershipRole.FOUNDER
        for rows in partners.values()
        for row in rows
        if actor.account_id is not None and row.educator.account_id == actor.account_id
    }
    places = _workplaces(list(own))
    return [
        Card(
            project=project,
            countries=list(dict.fromkeys(row.country for row in partners[project.pk])),
            state=STATE_LABELS[ProjectState(project.state)],
            tone=TONES[ProjectState(project.state)],
            ages=in_words("ages", traits[project.pk][ProjectTraitKind.AGE]),
            subjects=in_words("subjects", traits[project.pk][ProjectTraitKind.SUBJECT]),
            label=awarded.get(project.pk, ""),
            next_step=NEXT_STEPS[ProjectState(project.state)],
            is_mine=project.pk in own,
            is_founder=own.get(project.pk, False),
            workplace=places.get(project.pk, ""),
        )
        for project in projects
    ]


@prepared
def _running(projects: list[int]) -> QuerySet[Partnership]:
    rows = Partnership.objects.filter(project_id__in=projects, left_at=None)
    return rows.select_related("educator")


def _partners(ids: list[int]) -> dict[int, list[Partnership]]:
    found: dict[int, list[Partnership]] = defaultdict(list)
    for row in sorted(_running(ids), key=lambda p: (p.seat or 9, p.pk)):
        found[row.project_id].append(row)
    return found


def _workplaces(ids: list[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for source in WORKPLACES:
        found.update(source(ids))
    return found


def _labels(ids: list[int]) -> dict[int, Text]:
    """The highest label of each project, in words."""
    found: dict[int, Text] = {}
    for source in LABELS:
        words = dict(source.levels())
        for project_id, levels in source.of_projects(ids).items():
            if levels:
                found[project_id] = words[levels[0]]
    return found
