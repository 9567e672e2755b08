"""A running TwinSpace: two founders, a partner, their classes inside, made by real actions."""

from dataclasses import dataclass
from typing import Any

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.twinspaces.actions import bring_pupils
from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.people.pupils.models import SchoolClass
from opentwinning.people.pupils.queries import pupils_of
from opentwinning.workspace.spaces.models import Member
from tests.cast import Person, ana, freja, ion
from tests.remembered import remembered
from tests.scenes.classes import Kid, a_class, kids_of
from tests.scenes.projects import a_partner, an_approved, fresh


@dataclass
class TwinSpaceScene:
    """Ana and Ion founded it, Freja joined; Nina is Ana's pupil, Mihai Ion's."""

    project: Project
    twinspace: TwinSpace
    ana: Person
    ion: Person
    freja: Person
    nina: Kid
    mihai: Kid

    @property
    def ref(self) -> str:
        return self.twinspace.space.ref

    @property
    def home(self) -> str:
        return f"/twinspaces/{self.ref}"

    def member(self, who: Person | Kid) -> Member:
        rows = Member.objects.select_related("space", "pupil__school_class", "account")
        if isinstance(who, Kid):
            return rows.get(space=self.twinspace.space, pupil=who.pupil)
        return rows.get(space=self.twinspace.space, account=who.account)


def brought(teacher: Person, twinspace: TwinSpace, school_class: SchoolClass) -> list[Kid]:
    """The teacher brings her whole class in."""
    bring_pupils(
        by=teacher.actor,
        twinspace=twinspace,
        school_class=school_class,
        pupils=list(pupils_of(school_class)),
    )
    return kids_of(school_class)


@remembered
def a_twinspace(age_band: str = "9-12", **texts: Any) -> TwinSpaceScene:
    """Three schools, a pupil of each founder inside."""
    project = an_approved(ana(), ion(), **texts)
    a_partner(project, ana(), freja())
    twinspace = TwinSpace.objects.select_related("space", "project").get(project=project)
    (nina,) = brought(
        ana(), twinspace, a_class(ana(), "Nina", name="Otter class", age_band=age_band)
    )
    (mihai,) = brought(ion(), twinspace, a_class(ion(), "Mihai", name="5a", age_band=age_band))
    return TwinSpaceScene(fresh(project), twinspace, ana(), ion(), freja(), nina, mihai)
