"""The answers of a plan, each with the address where it is changed (page 56)."""

from typing import Any

from django.utils.translation import pgettext

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.projects.queries.sheet import Sheet, sheet_of
from opentwinning.collaboration.projects.vocabulary import UNSENT, PlanStep
from opentwinning.core.addresses import reverse
from opentwinning.core.vocabulary import label

type Row = dict[str, Any]


def step_url(project: Project, step: PlanStep) -> str:
    """Where one step is written."""
    if step is PlanStep.PARTNER:
        return reverse("projects:partner", args=[project.ref])
    return reverse("projects:step", args=[project.ref, step])


def answers_of(project: Project) -> list[Row]:
    """Rows of the component ``check_answers``."""
    sheet = sheet_of(project)
    rows = [
        {"label": name, "value": value, "url": step_url(project, step)}
        for step, name, value in _written(sheet)
    ]
    if project.state in UNSENT:
        partner = project.chosen_partner
        rows.append(
            {
                "label": pgettext("projects", "Your partner"),
                "value": partner.name if partner else "",
                "url": step_url(project, PlanStep.PARTNER),
            }
        )
    return rows


def _written(sheet: Sheet) -> list[tuple[PlanStep, str, Any]]:
    project, step = sheet.project, PlanStep
    years = pgettext("projects", "Yes") if project.is_multi_year else pgettext("projects", "No")
    return [
        (step.AIMS, pgettext("projects", "Title"), project.title),
        (
            step.AIMS,
            pgettext("projects", "Language of your texts"),
            label("languages", project.language),
        ),
        (step.AIMS, pgettext("projects", "Short description"), project.summary),
        (step.AIMS, pgettext("projects", "Aims"), project.aims),
        (step.PUPILS, pgettext("projects", "Age of the pupils"), sheet.ages),
        (step.PUPILS, pgettext("projects", "Pupils"), project.pupils_count),
        (step.PUPILS, pgettext("projects", "Working languages"), sheet.languages),
        (step.PUPILS, pgettext("projects", "Subjects"), sheet.subjects),
        (step.PLAN, pgettext("projects", "Working process"), project.process),
        (step.PLAN, pgettext("projects", "Several years"), years),
        (step.PLAN, pgettext("projects", "Expected results"), project.results),
        (step.PLAN, pgettext("projects", "Tools"), sheet.tools),
    ]
