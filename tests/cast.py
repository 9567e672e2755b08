"""The cast: people with names, made by the product's own actions.

Ana (founder, SI), Ion (founder, RO), Freja (partner, DK), Ewa (PL, not yet validated), Marek
(PL, validated stranger), Daria (IT, assessor), Petra, Radu and Mette (national officers of SI, RO
and DK), Claire (central officer), Otto (operator), and the visitor.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.test import Client

from opentwinning.core.actor import SYSTEM, VISITOR, Actor, Role
from opentwinning.people.accounts.actions import create_account, grant_capacity
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import actor_of
from opentwinning.people.educators.actions import complete_profile, validate_educator
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import TraitKind
from opentwinning.people.organisations.actions import join_organisation, register_organisation
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.support.actions import appoint_officer, save_support_organisation
from opentwinning.people.support.models import SupportOrganisation
from tests.remembered import remembered

PASSWORD = "lipa-most-reka-7"
ALWAYS_FRESH = 10.0**11  # a proof that never grows old; tests of A14 sign in through the door
OFFICES = {
    "SI": ("Zavod Most", "Bridge Institute", "sl", "Europe/Ljubljana"),
    "RO": ("Centrul Puntea", "Bridge Centre", "ro", "Europe/Bucharest"),
    "DK": ("Kontoret Broen", "Bridge Office", "da", "Europe/Copenhagen"),
    "PL": ("Biuro Most", "Bridge Bureau", "en", "Europe/Warsaw"),
    "IT": ("Ufficio Ponte", "Bridge Desk", "en", "Europe/Rome"),
}
SCHOOLS = {
    "SI": ("Osnovna šola Pod Lipo", "Maribor"),
    "RO": ("Școala Gimnazială Nr. 5", "Brașov"),
    "DK": ("Søndervangskolen", "Aarhus"),
    "PL": ("Szkoła Podstawowa nr 9", "Łódź"),
    "IT": ("Istituto Comprensivo Ponte Rosso", "Trieste"),
}


@dataclass
class Person:
    """Somebody with an account: an actor for actions, a browser for addresses."""

    account: Account

    @property
    def actor(self) -> Actor:
        """With the rights of this moment."""
        return actor_of(Account.objects.get(pk=self.account.pk))

    @property
    def educator(self) -> Educator:
        return Educator.objects.get(account=self.account)

    @cached_property
    def client(self) -> Client:
        """A browser that is signed in."""
        client = Client()
        session = client.session
        session["account"] = self.account.pk
        session["epoch"] = self.account.session_epoch
        session["proved_at"] = ALWAYS_FRESH
        session["has_second_factor"] = True  # whose role needs one; tests of A13 sign in otherwise
        session.save()
        return client

    def get(self, url: str, **kwargs: Any) -> Any:
        return self.client.get(url, **kwargs)

    def post(self, url: str, data: dict[str, Any] | None = None, **kwargs: Any) -> Any:
        return self.client.post(url, data or {}, **kwargs)


class Visitor:
    """Nobody we know."""

    actor = VISITOR

    def __init__(self) -> None:
        self.client = Client()
        self.get = self.client.get
        self.post = self.client.post


@remembered
def office(country: str) -> SupportOrganisation:
    """The support organisation of a country, made when first needed."""
    known = SupportOrganisation.objects.filter(country=country).first()
    if known is not None:
        return known
    name, name_en, language, zone = OFFICES.get(country, (f"Office {country}",) * 2 + ("en", "UTC"))
    return save_support_organisation(
        by=SYSTEM,
        country=country,
        name=name,
        name_en=name_en,
        language=language,
        time_zone=zone,
        email=f"office-{country.lower()}@example.org",
    )


@remembered
def account(name: str, language: str = "en") -> Account:
    """An account of that name; the address is made of the first name."""
    first = name.split(maxsplit=1)[0].lower()
    known = Account.objects.filter(email=f"{first}@example.org").first()
    return known or create_account(
        by=VISITOR,
        email=f"{first}@example.org",
        name=name,
        password=PASSWORD,
        language=language,
    )


@remembered
def officer(name: str, country: str) -> Person:
    """An officer with a mandate for a country, or with "" for the centre."""
    if country:
        office(country)
    person = Person(account(name))
    if country not in person.actor.countries and not person.actor.is_a(Role.CENTRAL_OFFICER):
        appoint_officer(by=SYSTEM, account=person.account, country=country)
    return person


@remembered
def newcomer(name: str, country: str, **profile: Any) -> Person:
    """An educator with a complete profile and no school yet."""
    office(country)
    person = Person(account(name))
    if Educator.objects.filter(account=person.account).exists():
        return person
    traits = profile.pop("traits", None) or {
        TraitKind.SUBJECT: ["biology"],
        TraitKind.AGE: ["9-12"],
        TraitKind.LANGUAGE: ["en"],
    }
    complete_profile(
        by=person.actor,
        account=person.account,
        country=country,
        traits=traits,
        **{"profession": "teacher", "about": f"I am {name}.", **profile},
    )
    return person


@remembered
def educator(name: str, country: str, **profile: Any) -> Person:
    """An educator with a school, validated by her support organisation."""
    person = newcomer(name, country, **profile)
    if person.educator.is_validated:
        return person
    school(person)
    deciding = officer(f"Officer{country} of {country}", country)
    validate_educator(by=deciding.actor, educator=person.educator)
    return person


@remembered
def school(person: Person) -> Organisation:
    """The person's country's school of the cast; she joins it (and so asks for validation)."""
    mine = person.educator
    name, place = SCHOOLS.get(mine.country, (f"School of {mine.country}", "Town"))
    known = Organisation.objects.filter(country=mine.country, name=name).first()
    if known is None:
        return register_organisation(
            by=person.actor, educator=mine, name=name, place=place, postcode="1000",
            kind="school", website="",
        )  # fmt: skip
    join_organisation(by=person.actor, educator=mine, organisation=known)
    return known


def ana() -> Person:
    return educator("Ana Kovač", "SI")


def ion() -> Person:
    return educator("Ion Popescu", "RO")


def freja() -> Person:
    return educator("Freja Lund", "DK")


def marek() -> Person:
    """Validated, and a stranger to every project."""
    return educator("Marek Zieliński", "PL")


def daria() -> Person:
    return educator("Daria Bianchi", "IT")


@remembered
def ewa() -> Person:
    """Waits for her validation."""
    person = newcomer("Ewa Nowak", "PL")
    if person.educator.validation_state == "registered":
        school(person)
    return person


def petra() -> Person:
    return officer("Petra Zupan", "SI")


def radu() -> Person:
    return officer("Radu Ionescu", "RO")


def mette() -> Person:
    return officer("Mette Holm", "DK")


@remembered
def claire() -> Person:
    return officer("Claire Dubois", "")


@remembered
def otto() -> Person:
    person = Person(account("Otto Maier"))
    grant_capacity(by=SYSTEM, account=person.account, role=Role.OPERATOR)
    return person
