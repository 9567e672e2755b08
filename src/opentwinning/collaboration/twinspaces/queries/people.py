"""Who belongs to a TwinSpace: by school, and the reader's own classes."""

import datetime as dt
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from opentwinning.collaboration.twinspaces.models import GuideClosed
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.prepared import prepared
from opentwinning.core.verdicts import Text
from opentwinning.people.pupils.models import Pupil, SchoolClass
from opentwinning.people.pupils.queries import classes_of
from opentwinning.people.pupils.vocabulary import PupilState
from opentwinning.people.support.models import SupportOrganisation
from opentwinning.workspace.spaces.models import Member, Space


@dataclass(frozen=True, slots=True)
class Sign:
    """What project admins read about a school. No number and no order: nobody is ranked."""

    words: Text
    is_quiet: bool
    was_nudged: bool  # within the last fortnight
    is_own: bool
    ref: str  # a member by whom the school is reminded


@dataclass(slots=True)
class School:
    """Members of one school in a TwinSpace."""

    name: str
    country: str
    educators: list[Member] = field(default_factory=list)
    pupils: list[Member] = field(default_factory=list)
    sign: Sign | None = None  # for project admins only


@prepared
def _members(space: int) -> QuerySet[Member]:
    rows = Member.objects.filter(space_id=space, left_at=None)
    return rows.order_by("capacity", "country", "name")


@prepared
def _zones(countries: list[str]) -> QuerySet[SupportOrganisation, tuple[str, str]]:
    rows = SupportOrganisation.objects.filter(country__in=countries)
    return rows.values_list("country", "time_zone")


@prepared
def _closed(member: int) -> QuerySet[GuideClosed, int]:
    return GuideClosed.objects.filter(member_id=member).values_list("pk", flat=True)[:1]


def schools_in(space: Space) -> list[School]:
    """Members by school; one query."""
    schools: dict[tuple[str, str], School] = {}
    for member in _members(space.pk):
        key = (member.country, member.organisation_name)
        school = schools.setdefault(key, School(member.organisation_name, member.country))
        (school.pupils if member.is_pupil else school.educators).append(member)
    return sorted(schools.values(), key=lambda school: (school.country, school.name))


@dataclass(slots=True)
class OwnClass:
    """A class of the reader: who of it is in the TwinSpace."""

    school_class: SchoolClass
    inside: list[Member] = field(default_factory=list)
    outside: list[Pupil] = field(default_factory=list)


def own_classes_in(actor: Actor, space: Space) -> list[OwnClass]:
    """The reader's classes; three queries."""
    mine = {c.pk: OwnClass(c) for c in classes_of(actor)}
    members = {
        m.pupil_id: m
        for m in Member.objects.filter(
            space=space, left_at=None, pupil__school_class__in=list(mine)
        ).select_related("pupil")
    }
    pupils = Pupil.objects.filter(school_class__in=list(mine), state=PupilState.ACTIVE)
    for pupil in pupils.order_by("nickname", "pk"):
        own = mine[pupil.school_class_id]
        member = members.get(pupil.pk)
        if member is not None:
            own.inside.append(member)
        else:
            own.outside.append(pupil)
    return list(mine.values())


@dataclass(frozen=True, slots=True)
class Clock:
    """The time at a partner's place."""

    country: str
    time: dt.datetime  # in the place's own zone

    @property
    def at_hand(self) -> str:
        """Hours and minutes over there: a template would show the reader's own zone."""
        return f"{self.time:%H:%M}"


def clocks_of(countries: tuple[str, ...]) -> list[Clock]:
    """Local times of the countries, in the order of the day."""
    at = now()
    clocks = [
        Clock(country, at.astimezone(ZoneInfo(zone))) for country, zone in _zones(list(countries))
    ]
    return sorted(clocks, key=lambda clock: (clock.time.utcoffset(), clock.country))


def has_closed_guide(member: Member) -> bool:
    """True once she no longer wants to see the checklist."""
    return bool(_closed(member.pk))
