"""Projects on other apps' pages: an educator's profile, a school's page, Today."""

from typing import Any

from opentwinning.collaboration.projects.models import Partnership, Project
from opentwinning.collaboration.projects.queries import (
    projects_in_states,
    projects_shown_of_educator,
    published_projects_of_organisation,
)
from opentwinning.collaboration.projects.queries.cards import cards_of
from opentwinning.collaboration.projects.vocabulary import (
    PENDING,
    PartnershipRole,
    ProjectState,
)
from opentwinning.core.actor import Actor
from opentwinning.core.places import PANELS, Panel
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Organisation

SHOWN = 6


def on_profile(actor: Actor, educator: Educator) -> dict[str, Any] | None:
    """Projects of a colleague that the reader may know of."""
    found = list(projects_shown_of_educator(actor, educator)[:SHOWN])
    return {"projects": cards_of(actor, found)} if found else None


def on_organisation(actor: Actor, organisation: Organisation) -> dict[str, Any] | None:
    found = list(published_projects_of_organisation(organisation)[:SHOWN])
    return {"projects": cards_of(actor, found)} if found else None


def on_today(actor: Actor, subject: object) -> dict[str, Any] | None:
    """Projects that are not approved yet; running ones are shown by their closed places."""
    found = projects_in_states(actor, PENDING)[:SHOWN]
    return {"projects": cards_of(actor, found)} if found else None


def on_erasure(actor: Actor, subject: object) -> dict[str, Any] | None:
    """Before she leaves for good: what she founded and what is not finished."""
    mine = Partnership.objects.filter(
        educator__account_id=actor.account_id or 0,
        role=PartnershipRole.FOUNDER,
        left_at=None,
        project__state__in=PENDING | {ProjectState.APPROVED},
    )
    found = list(Project.objects.filter(partnerships__in=mine).order_by("title", "pk"))
    return {"projects": found} if found else None


PANELS.add(Panel("erasure", "projects/on_erasure.html", on_erasure), order=20)
PANELS.add(Panel("educator", "projects/panel_educator.html", on_profile), order=20)
PANELS.add(Panel("organisation", "projects/panel_organisation.html", on_organisation), order=20)
PANELS.add(Panel("today", "projects/panel_today.html", on_today), order=20)
