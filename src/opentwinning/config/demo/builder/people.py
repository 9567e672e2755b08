"""Educators: register, find or write down their school, are validated by their office."""

from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.offices import AGREED, agree, interface_language
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.shapes import DemoEducator
from opentwinning.core.actor import SYSTEM, VISITOR, Role
from opentwinning.core.pictures import portrait
from opentwinning.people.accounts.actions import create_account, grant_capacity
from opentwinning.people.educators.actions import (
    add_photo,
    complete_profile,
    validate_educator,
)
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import TraitKind
from opentwinning.people.organisations.actions import (
    edit_organisation,
    join_organisation,
    register_organisation,
)

PHOTOS = {"freja": "night-sky", "zofia": "lighthouse", "ines": "bridge"}  # whose picture is which
EARLY, LATE = -520, -380  # days on which the first of each generation registered


def plan(world: World, timeline: Timeline) -> None:
    """Everybody registers before the first thing she does."""
    early = {
        key
        for project in reader.projects().values()
        if project.state == "closed"
        for key in (*project.founders, *project.partners)
    } | {key for key, person in reader.people().educators.items() if person.roles}
    for number, person in enumerate(reader.people().educators.values()):
        day = _day(person, number, early)
        hour = 8 + number % 10
        timeline.add(day, hour, register, world, person)
        if person.state != "registered":
            timeline.add(day, hour, choose_school, world, person, minute=20)
        if person.state == "validated":
            timeline.add(day + 1 + number % 4, 11, validate, world, person)
            timeline.add(AGREED, 9, agree, world, person.key)
        if person.key in PHOTOS:
            timeline.add(day + 6, 17, show, world, person.key)


def show(world: World, key: str) -> None:
    """Some put a picture of their place in the place of the drawing (R-27)."""
    large, small = portrait(reader.picture(PHOTOS[key]).read_bytes())
    add_photo(by=world.actor(key), educator=_fresh(world, key), large=large, small=small)


def _day(person: DemoEducator, number: int, early: set[str]) -> int:
    if person.state != "validated":
        return -2 - number % 5
    return (EARLY + number % 40) if person.key in early else (LATE + number * 37 % 280)


def register(world: World, person: DemoEducator) -> None:
    """Account and profile (R-08 to R-14)."""
    office = reader.programme().offices[person.country]
    account = create_account(
        by=VISITOR,
        email=person.mail,
        name=person.name,
        password=world.password,
        language=interface_language(person.languages),
        time_zone=office.time_zone,
    )
    world.accounts[person.key] = account
    world.educators[person.key] = complete_profile(
        by=world.actor(person.key),
        account=account,
        country=person.country,
        traits={
            TraitKind.SUBJECT: person.subjects,
            TraitKind.AGE: person.ages,
            TraitKind.LANGUAGE: person.languages,
            TraitKind.INTEREST: person.topics,
            TraitKind.AVAILABILITY: person.available,
        },
        profession=person.profession,
        experience=person.experience,
        about="\n\n".join(person.about.values()),
        ideas="\n\n".join(person.ideas.values()),
        is_available=bool(person.available),
        pupils_count=_pupils_of(person.key),
    )


def _pupils_of(key: str) -> int | None:
    classes = [each for each in reader.classes().values() if each.owner == key]
    return sum(len(each.pupils) for each in classes) or None


def choose_school(world: World, person: DemoEducator) -> None:
    """The first educator of a school writes it down, the others join (R-15, R-16); the office
    says where it stands."""
    by, educator = world.actor(person.key), _fresh(world, person.key)
    school = reader.schools()[person.school]
    if person.school in world.schools:
        join_organisation(by=by, educator=educator, organisation=world.schools[person.school])
        return
    world.schools[person.school] = register_organisation(
        by=by,
        educator=educator,
        name=school.name,
        legal_name=school.legal_name,
        place=school.place,
        postcode="",
        kind=school.kind,
        website="",
        region=school.region,
    )
    edit_organisation(
        by=world.officer_of(school.country),
        organisation=world.schools[person.school],
        is_closed=False,
        latitude=school.latitude,
        longitude=school.longitude,
        accreditation=school.accreditation,
    )


def validate(world: World, person: DemoEducator) -> None:
    """The office of her country says yes; ambassadors get their role."""
    validate_educator(by=world.officer_of(person.country), educator=_fresh(world, person.key))
    world.educators[person.key] = _fresh(world, person.key)
    if "ambassador" in person.roles:
        grant_capacity(
            by=SYSTEM, account=world.accounts[person.key], role=Role.AMBASSADOR,
            country=person.country,
        )  # fmt: skip


def _fresh(world: World, key: str) -> Educator:
    return Educator.objects.select_related("account").get(pk=world.educators[key].pk)
