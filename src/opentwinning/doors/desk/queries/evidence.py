"""What helps to decide whether somebody works at her school (page 98)."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from opentwinning.community.papers.models import Paper
from opentwinning.community.papers.queries import paper_of
from opentwinning.core.actor import Actor
from opentwinning.doors.desk.vocabulary import PRIVATE_MAIL
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import (
    educators_waiting_for,
    profile_of,
)
from opentwinning.people.educators.queries.profile import Profile
from opentwinning.people.educators.vocabulary import ValidationState
from opentwinning.people.organisations.models import Affiliation, Head, Organisation, RegionalCheck
from opentwinning.people.organisations.queries import (
    SchoolStep,
    affiliations_of,
    head_of,
    members_count,
    regional_check_of,
    school_step,
)
from opentwinning.people.organisations.vocabulary import Source


@dataclass(frozen=True, slots=True)
class School:
    """A school of the educator and what speaks for it."""

    organisation: Organisation
    is_in_register: bool
    head: Head | None  # named by its first teacher
    members: int  # validated colleagues
    has_address_domain: bool  # her address ends like the school's web site


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything on one page. The address is shown to officers in charge only (row 8)."""

    educator: Educator
    profile: Profile
    email: str
    domain: str
    is_private_mail: bool
    same_domain: int  # validated educators of the country with this mail domain
    same_name: int  # other profiles of the country with this name
    schools: list[School]
    school_step: SchoolStep | None  # where the country asks schools
    regional: RegionalCheck | None  # where a regional officer answers first
    paper: Paper | None  # where it asks for a stamped form


def evidence_about(educator: Educator) -> Evidence:
    """The door has let the officer in already."""
    email = educator.account.email
    domain = email.rpartition("@")[2]
    private = domain in PRIVATE_MAIL
    others = Educator.objects.filter(country=educator.country).exclude(pk=educator.pk)
    valid = others.filter(validation_state=ValidationState.VALIDATED)
    return Evidence(
        educator=educator,
        profile=profile_of(educator),
        email=email,
        domain=domain,
        is_private_mail=private,
        same_domain=0 if private else valid.filter(account__email__endswith=f"@{domain}").count(),
        same_name=others.filter(name__iexact=educator.name).count(),
        schools=[_school(each, domain) for each in affiliations_of(educator)],
        school_step=school_step(educator),
        regional=regional_check_of(educator),
        paper=paper_of(educator),
    )


def _school(affiliation: Affiliation, domain: str) -> School:
    organisation = affiliation.organisation
    address = organisation.website if "//" in organisation.website else f"//{organisation.website}"
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # registers write all kinds of things
        host = ""
    same = bool(host) and (domain == host or domain.endswith(f".{host}"))
    return School(
        organisation=organisation,
        is_in_register=organisation.source == Source.REGISTER,
        head=head_of(organisation),
        members=members_count(organisation),
        has_address_domain=same and domain not in PRIVATE_MAIL,
    )


def next_waiting(actor: Actor, *, other_than: Educator) -> Educator | None:
    """The oldest validation that waits, after this one was decided."""
    return educators_waiting_for(actor).exclude(pk=other_than.pk).first()
