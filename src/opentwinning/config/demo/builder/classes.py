"""Classes with nicknames, their cards, and how they come into TwinSpaces."""

from opentwinning.collaboration.twinspaces.actions import bring_pupils, change_power
from opentwinning.collaboration.twinspaces.queries import twinspace_of
from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.shapes import DemoClass, DemoProject
from opentwinning.people.consents.actions import record_answers
from opentwinning.people.consents.queries import allowed_until
from opentwinning.people.consents.vocabulary import CELLS, Purpose
from opentwinning.people.pupils.actions import (
    add_pupils,
    create_class,
    issue_cards,
    open_window,
)
from opentwinning.people.pupils.models import SchoolClass
from opentwinning.people.pupils.queries import new_cards, pupils_of
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.vocabulary import MemberCapacity

OPEN_NOW = "lipa-6a"  # its sign-in window is open when the demo world begins

SHOWN = (Purpose.PROJECT, Purpose.PUBLIC)


def plan(world: World, timeline: Timeline) -> None:
    """A class begins shortly before its first project and enters soon after the approval."""
    approved = {
        project.key: project.days["approved"]
        for project in reader.projects().values()
        if "approved" in project.days
    }
    for each in reader.classes().values():
        days = [approved[key] for key in approved if each.key in reader.projects()[key].classes]
        first = min(days, default=-40)
        timeline.add(first - 2, 9, begin, world, each)
        timeline.add(first + 1, 13, hear_families, world, each)
    for key, day in approved.items():
        project = reader.projects()[key]
        for name in project.classes:
            timeline.add(day + 2, 9, bring, world, project, name)
        for nickname in project.pupil_admins:
            timeline.add(day + 3, 9, trust, world, project, nickname)
    timeline.add(0, 23, open_door, world)


def begin(world: World, each: DemoClass) -> None:
    """A class with its pupils; the cards are printed at once."""
    by = world.actor(each.owner)
    row = create_class(
        by=by,
        educator=world.educators[each.owner],
        name=each.name,
        age_band=each.age,
        language=each.language,
    )
    pupils = add_pupils(by=by, school_class=row, nicknames=each.pupils)
    cards = new_cards(pupils)
    issue_cards(by=by, school_class=row, cards=cards)
    world.classes[each.key] = row
    if each.key == OPEN_NOW:
        world.cards = {card.pupil.nickname: card for card in cards}


def hear_families(world: World, each: DemoClass) -> None:
    """Most forms came back with a yes, one only for the project; two families did not answer."""
    row = SchoolClass.objects.select_related("organisation").get(pk=world.classes[each.key].pk)
    pupils = list(pupils_of(row))
    for who, purposes in ((pupils[:-3], SHOWN), (pupils[-3:-2], SHOWN[:1])):
        record_answers(
            by=world.actor(each.owner),
            school_class=row,
            pupils=who,
            answers={cell: cell[0] in purposes for cell in CELLS},
            valid_until=allowed_until(),
            language=each.language,
        )


def bring(world: World, project: DemoProject, name: str) -> None:
    """The teacher brings her whole class into the TwinSpace (T-03)."""
    school_class = SchoolClass.objects.get(pk=world.classes[name].pk)
    twinspace = twinspace_of(world.projects[project.key])
    if twinspace is None:
        raise LookupError(f"{project.key} has no TwinSpace")
    bring_pupils(
        by=world.actor(reader.classes()[name].owner),
        twinspace=twinspace,
        school_class=school_class,
        pupils=list(pupils_of(school_class)),
    )


def trust(world: World, project: DemoProject, nickname: str) -> None:
    """A pupil becomes pupil admin; the project admin who owns the class agrees (row 17)."""
    twinspace = twinspace_of(world.projects[project.key])
    member = Member.objects.get(
        space=twinspace.space if twinspace else None, pupil__nickname=nickname, left_at=None
    )
    change_power(
        by=world.actor(project.founders[0]), member=member, capacity=MemberCapacity.PUPIL_ADMIN
    )


def open_door(world: World) -> None:
    """For the first hour pupils of one class can come in with pictures."""
    owner = reader.classes()[OPEN_NOW].owner
    open_window(by=world.actor(owner), school_class=world.classes[OPEN_NOW])
