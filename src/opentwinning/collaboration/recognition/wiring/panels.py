"""Labels on the project, the school and the educator's portfolio."""

from typing import Any

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.recognition.queries import (
    labels_of_educator,
    labels_of_organisation,
    labels_of_project,
)
from opentwinning.core.actor import Actor
from opentwinning.core.places import PANELS, Panel
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Organisation


def _project(actor: Actor, project: Project) -> dict[str, Any] | None:
    labels = labels_of_project(project)
    return {"labels": labels, "project": project} if labels else None


def _educator(actor: Actor, educator: Educator) -> dict[str, Any] | None:
    labels = labels_of_educator(educator)
    return {"labels": labels, "educator": educator} if labels else None


def _organisation(actor: Actor, organisation: Organisation) -> dict[str, Any] | None:
    labels = labels_of_organisation(organisation)
    return {"labels": labels, "organisation": organisation} if labels else None


PANELS.add(Panel("public_project", "recognition/parts/project_labels.html", _project), order=10)
PANELS.add(Panel("educator", "recognition/parts/portfolio.html", _educator), order=50)
PANELS.add(
    Panel("organisation", "recognition/parts/organisation_labels.html", _organisation), order=50
)
