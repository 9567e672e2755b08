"""How far a registration has come."""

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.projects.queries.lists import traits_of
from opentwinning.collaboration.projects.vocabulary import PlanStep, ProjectTraitKind


def steps_done(project: Project) -> dict[PlanStep, bool]:
    """Which steps of the plan hold everything they need."""
    traits = traits_of([project])[project.pk]
    return {
        PlanStep.AIMS: bool(project.title and project.summary and project.aims),
        PlanStep.PUPILS: bool(
            project.pupils_count
            and traits[ProjectTraitKind.AGE]
            and traits[ProjectTraitKind.LANGUAGE]
            and traits[ProjectTraitKind.SUBJECT]
        ),
        PlanStep.PLAN: bool(project.process and project.results),
        PlanStep.PARTNER: project.chosen_partner_id is not None,
    }


def is_complete(project: Project) -> bool:
    """True when it can be sent."""
    return all(steps_done(project).values())
