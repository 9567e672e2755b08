"""Labels on the project, the school and the educator's portfolio."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.projects.vocabulary import REAL
from opentwinning.collaboration.recognition.queries import (
    application_for,
    is_partner_of,
    labels_of_educator,
    labels_of_organisation,
    labels_of_project,
)
from opentwinning.core.actor import Actor, Role
from opentwinning.core.places import ME_MENU, PANELS, MenuEntry, Panel
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import educator_of
from opentwinning.people.organisations.models import Organisation


def _project(actor: Actor, project: Project) -> dict[str, Any] | None:
    labels = labels_of_project(project)
    return {"labels": labels, "project": project} if labels else None


def _way(actor: Actor, project: Project) -> dict[str, Any] | None:
    """Labels on the project's own page; its partners find the way to apply."""
    educator = educator_of(actor)
    if educator is None or project.state not in REAL:
        return None
    if not is_partner_of(educator, project):
        return None
    mine = application_for(actor, project)
    return {"labels": labels_of_project(project), "project": project, "application": mine}


def _educator(actor: Actor, educator: Educator) -> dict[str, Any] | None:
    labels = labels_of_educator(educator)
    return {"labels": labels, "educator": educator} if labels else None


def _organisation(actor: Actor, organisation: Organisation) -> dict[str, Any] | None:
    labels = labels_of_organisation(organisation)
    return {"labels": labels, "organisation": organisation} if labels else None


PANELS.add(Panel("public_project", "recognition/parts/project_labels.html", _project), order=10)
PANELS.add(Panel("project", "recognition/parts/project_way.html", _way), order=60)
PANELS.add(Panel("educator", "recognition/parts/portfolio.html", _educator), order=50)
PANELS.add(
    Panel("organisation", "recognition/parts/organisation_labels.html", _organisation), order=50
)
ME_MENU.add(
    MenuEntry(
        pgettext_lazy("menu", "My labels"),
        "recognition:mine",
        "award",
        lambda actor: actor.is_a(Role.VALIDATED),
    ),
    order=45,
)
