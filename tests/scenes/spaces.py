"""A space with everybody in it, made by the product's own actions.

scene = a_space()
scene.ana.get(...)          # admin, SI; leads the class of Nina and Luka
scene.ion, scene.freja      # admin of RO, educator of DK
scene.nina, scene.luka      # pupil, pupil admin: both of Ana's class
scene.mihai                 # pupil of Ion's class
scene.marek, scene.visitor  # strangers
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.test import Client

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.permits import permit
from opentwinning.people.pupils.actions import add_pupils, create_class
from opentwinning.people.pupils.models import Pupil, PupilVisit, SchoolClass
from opentwinning.people.pupils.queries import actor_of_pupil
from opentwinning.people.pupils.queries.actors import epochs_of
from opentwinning.workspace.spaces.actions import (
    admit_account,
    admit_pupil,
    change_capacity,
    make_read_only,
    open_space,
)
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import MemberCapacity
from tests import cast
from tests.remembered import remembered


@dataclass
class PupilPerson:
    """A pupil with her card in hand."""

    pupil: Pupil

    @property
    def actor(self) -> Actor:
        return actor_of_pupil(self.pupil)

    @cached_property
    def client(self) -> Client:
        """A tablet on which her visit runs."""
        with permit("pupils"):
            visit = PupilVisit.objects.create(pupil=self.pupil)
        client = Client()
        session = client.session
        session["pupil"] = self.pupil.pk
        session["visit"] = visit.pk
        session["epochs"] = epochs_of(self.pupil)
        session.save()
        return client

    def get(self, url: str, **kwargs: Any) -> Any:
        return self.client.get(url, **kwargs)

    def post(self, url: str, data: dict[str, Any] | None = None, **kwargs: Any) -> Any:
        return self.client.post(url, data or {}, **kwargs)


@dataclass
class SpaceScene:
    space: Space
    ana: cast.Person
    ion: cast.Person
    freja: cast.Person
    nina: PupilPerson
    luka: PupilPerson
    mihai: PupilPerson
    members: dict[str, Member] = field(default_factory=dict)

    @cached_property
    def marek(self) -> cast.Person:
        return cast.marek()

    @cached_property
    def visitor(self) -> cast.Visitor:
        return cast.Visitor()

    @property
    def everybody(self) -> dict[str, Any]:
        names = ("ana", "ion", "freja", "nina", "luka", "mihai")
        return {name: getattr(self, name) for name in names}

    def member(self, name: str) -> Member:
        return Member.objects.select_related("space").get(pk=self.members[name].pk)

    def again(self) -> "SpaceScene":
        """The same space with fresh rows and browsers, after a rollback."""
        adults = {n: cast.Person(getattr(self, n).account) for n in ("ana", "ion", "freja")}
        pupils = {n: PupilPerson(getattr(self, n).pupil) for n in ("nina", "luka", "mihai")}
        space = Space.objects.get(pk=self.space.pk)
        return SpaceScene(space=space, members=self.members, **adults, **pupils)

    def closes(self) -> None:
        """The space becomes read-only."""
        make_read_only(by=SYSTEM, space=Space.objects.get(pk=self.space.pk))
        self.space.refresh_from_db()


@remembered
def a_class(person: cast.Person, *nicknames: str) -> tuple[SchoolClass, list[Pupil]]:
    """A class of that educator's school."""
    school_class = create_class(
        by=person.actor, educator=person.educator, name="5a", age_band="9-12", language="en"
    )
    pupils = add_pupils(by=person.actor, school_class=school_class, nicknames=list(nicknames))
    return school_class, pupils


@remembered
def a_space(title: str = "Water around us") -> SpaceScene:
    """Three schools, six people."""
    ana, ion, freja = cast.ana(), cast.ion(), cast.freja()
    _, (nina, luka) = a_class(ana, "Nina", "Luka")
    _, (mihai,) = a_class(ion, "Mihai")
    space = open_space(by=SYSTEM, title=title)
    members = {}
    for name, person, country, capacity in (
        ("ana", ana, "SI", MemberCapacity.ADMIN),
        ("ion", ion, "RO", MemberCapacity.ADMIN),
        ("freja", freja, "DK", MemberCapacity.EDUCATOR),
    ):
        members[name] = admit_account(
            by=SYSTEM, space=space, account=person.account, capacity=capacity, country=country
        )
    for name, pupil in (("nina", nina), ("luka", luka), ("mihai", mihai)):
        members[name] = admit_pupil(by=SYSTEM, space=space, pupil=pupil)
    members["luka"] = change_capacity(
        by=SYSTEM, member=members["luka"], capacity=MemberCapacity.PUPIL_ADMIN
    )
    return SpaceScene(
        space, ana, ion, freja, PupilPerson(nina), PupilPerson(luka), PupilPerson(mihai), members
    )
