"""A request for validation begins a form, its decision ends it."""

from typing import Any

from opentwinning.community.papers.actions import begin_paper, close_paper
from opentwinning.community.papers.queries import paper_of
from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.events import on
from opentwinning.core.places import PANELS, Panel
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.educators.events import (
    EducatorRefused,
    EducatorValidated,
    SchoolChanged,
    ValidationRequested,
)
from opentwinning.people.educators.models import Educator


@on(ValidationRequested)
def ask(event: ValidationRequested) -> None:
    _begin(event.educator_id)


@on(SchoolChanged)
def ask_again(event: SchoolChanged) -> None:
    _begin(event.educator_id)


@on(EducatorValidated)
def end_of_validated(event: EducatorValidated) -> None:
    close_paper(by=SYSTEM, educator=Educator.objects.get(pk=event.educator_id))


@on(EducatorRefused)
def end_of_refused(event: EducatorRefused) -> None:
    close_paper(by=SYSTEM, educator=Educator.objects.get(pk=event.educator_id))


def _begin(educator_id: int) -> None:
    educator = Educator.objects.get(pk=educator_id)
    if educator.waiting_since is None:  # she left her last school
        return
    if begin_paper(by=SYSTEM, educator=educator) is not None:
        tell([educator.account_id], "papers.due", url="/papers/")


def step_of_paper(actor: Actor, educator: Educator) -> dict[str, Any] | None:
    """The form's part, until the decision."""
    paper = paper_of(educator)
    if paper is None or not paper.is_open:
        return None
    return {"paper": paper, "needs_her": not paper.is_sent}


PANELS.add(Panel("validation", "papers/validation_panel.html", step_of_paper), order=20)
