"""Papers for those who took part (J-10)."""

import datetime as dt
from typing import Any

from opentwinning.collaboration.projects.models import Partnership, Project
from opentwinning.collaboration.projects.queries.lists import partnerships_of
from opentwinning.collaboration.projects.vocabulary import (
    CLASS_CERTIFICATE,
    PARTICIPATION_CERTIFICATE,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.people.certificates.actions import issue_certificate
from opentwinning.people.certificates.models import Certificate
from opentwinning.people.pupils.models import SchoolClass


@action
def issue_participation_certificates(*, by: Actor, project: Project) -> list[Certificate]:
    """One for every adult partner, in her language. Twice for the same end gives the same papers;
    a reopened project that closes again gives new ones with the longer time."""
    partners = partnerships_of(project)
    facts = _facts(project, partners)
    issued = [
        issue_certificate(
            by=by,
            kind=PARTICIPATION_CERTIFICATE,
            holder=partner.educator.account,
            country=partner.country,
            title=project.title,
            cause=f"project:{project.pk}:{_ended_on(project)}:educator:{partner.educator_id}",
            **facts,
            **_school(partner),
        )
        for partner in partners
    ]
    note(project, count=len(issued))
    return issued


@action
def issue_class_certificate(
    *, by: Actor, project: Project, school_class: SchoolClass
) -> Certificate:
    """One for a class that took part, without names; whoever knows the classes calls this."""
    organisation = school_class.organisation
    return issue_certificate(
        by=by,
        kind=CLASS_CERTIFICATE,
        holder=school_class,
        country=organisation.country,
        title=project.title,
        cause=f"project:{project.pk}:{_ended_on(project)}:class:{school_class.pk}",
        school=organisation.name,
        place=organisation.place,
        **_facts(project, partnerships_of(project)),
    )


def _facts(project: Project, partners: list[Partnership]) -> dict[str, Any]:
    return {
        "countries": sorted({partner.country for partner in partners}),
        "started_on": project.approved_at.date().isoformat() if project.approved_at else "",
        "ended_on": _ended_on(project),
    }


def _school(partner: Partnership) -> dict[str, str]:
    organisation = partner.organisation
    return {"school": organisation.name, "place": organisation.place} if organisation else {}


def _ended_on(project: Project) -> str:
    ended: dt.datetime = project.closed_at or now()
    return ended.date().isoformat()
