"""Projects in every state, made by the product's own actions.

project = a_draft(ana)            # a complete plan, partner chosen: ion
project = a_sent(ana, ion)        # Ion is asked
project = a_submitted(ana, ion)   # both offices decide
project = an_approved(ana, ion)   # active
project = a_closed(ana, ion)
"""

from typing import Any

from opentwinning.collaboration.projects.actions import (
    accept_invitation,
    approve_project,
    begin_project,
    choose_partner,
    close_project,
    edit_project,
    invite_partner,
    publish_project,
    send_project,
)
from opentwinning.collaboration.projects.models import Invitation, Partnership, Project
from opentwinning.collaboration.projects.vocabulary import InvitationState, ProjectTraitKind
from opentwinning.community.networking.actions import accept_contact, ask_for_contact
from opentwinning.community.networking.queries import are_contacts
from tests import cast
from tests.cast import Person
from tests.remembered import remembered

TEXTS: dict[str, Any] = {
    "title": "Water around us",
    "language": "en",
    "summary": "Classes of two countries measure their rivers.",
    "aims": "Pupils learn to measure, compare and explain.",
    "process": "Every month has one question.",
    "results": "An atlas of two rivers.",
    "pupils_count": 48,
    "is_multi_year": False,
}
TRAITS = {
    ProjectTraitKind.AGE: ["9-12"],
    ProjectTraitKind.LANGUAGE: ["en", "sl"],
    ProjectTraitKind.SUBJECT: ["biology", "geography"],
    ProjectTraitKind.TOOL: ["sensors"],
}


@remembered
def befriend(one: Person, other: Person) -> None:
    """The two accept each other as contacts."""
    if are_contacts(one.account.pk, other.account.pk):
        return
    contact = ask_for_contact(by=one.actor, educator=other.educator, message="Shall we?")
    accept_contact(by=other.actor, contact=contact)


def fresh(project: Project) -> Project:
    return Project.objects.get(pk=project.pk)


@remembered
def a_plan(founder: Person, **texts: Any) -> Project:
    """A draft whose texts are complete; no partner chosen."""
    project = begin_project(by=founder.actor, title=texts.get("title", TEXTS["title"]))
    return edit_project(
        by=founder.actor, project=project, version=0, traits=TRAITS, **{**TEXTS, **texts}
    )


@remembered
def a_draft(founder: Person, partner: Person | None = None, **texts: Any) -> Project:
    """A complete plan with its partner chosen."""
    partner = partner or cast.ion()
    befriend(founder, partner)
    project = a_plan(founder, **texts)
    return choose_partner(
        by=founder.actor, project=project, partner=partner.educator, request_text="Will you?"
    )


@remembered
def a_sent(founder: Person, partner: Person, **texts: Any) -> Project:
    return send_project(by=founder.actor, project=a_draft(founder, partner, **texts))


def invitation_of(project: Project, person: Person) -> Invitation:
    return Invitation.objects.get(
        project=project, educator=person.educator, state=InvitationState.WAITING
    )


@remembered
def a_submitted(founder: Person, partner: Person, **texts: Any) -> Project:
    project = a_sent(founder, partner, **texts)
    accept_invitation(by=partner.actor, invitation=invitation_of(project, partner))
    return fresh(project)


def officer_of(country: str) -> Person:
    known = {"SI": cast.petra, "RO": cast.radu, "DK": cast.mette}
    return known[country]() if country in known else cast.officer(f"Desk{country} Officer", country)


@remembered
def an_approved(founder: Person, partner: Person, **texts: Any) -> Project:
    project = a_submitted(founder, partner, **texts)
    for country in sorted({founder.educator.country, partner.educator.country}):
        approve_project(by=officer_of(country).actor, project=fresh(project), country=country)
    return fresh(project)


@remembered
def a_partner(project: Project, founder: Person, person: Person) -> Partnership:
    """A further partner, invited and joined."""
    befriend(founder, person)
    invitation = invite_partner(
        by=founder.actor, project=fresh(project), educator=person.educator, message="Come in"
    )
    return accept_invitation(by=person.actor, invitation=invitation)


@remembered
def a_closed(founder: Person, partner: Person, **texts: Any) -> Project:
    project = an_approved(founder, partner, **texts)
    return close_project(by=founder.actor, project=project)


@remembered
def a_published(founder: Person, partner: Person, **texts: Any) -> Project:
    project = an_approved(founder, partner, **texts)
    publish_project(
        by=founder.actor, project=project, parts=["aims", "results"], shows_educators=True
    )
    return fresh(project)
