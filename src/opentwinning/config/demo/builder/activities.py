"""What the classes of the TwinSpaces do (T-06)."""

import datetime as dt

from opentwinning.config.demo import reader
from opentwinning.config.demo.activity_shapes import DemoActivity, DemoHandIn
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.workspace.activities.actions import (
    Plan,
    add_phase,
    approve_hand_in,
    hand_in,
    open_activity,
    return_hand_in,
    set_activity,
)
from opentwinning.workspace.activities.models import Activity, HandIn, Phase


def plan(world: World, timeline: Timeline) -> None:
    """Set on their days; pupils hand in, teachers answer."""
    for each in reader.activities():
        timeline.add(each.written, 8, begin, world, each, timeline.moment_of(each.due, 14))
        for done in each.handed:
            timeline.add(done.day, 10, hand, world, each, done)
            if done.approved is not None:
                timeline.add(done.approved, 15, approve, world, each, done)
            elif done.answer:
                timeline.add(done.day + 1, 15, give_back, world, each, done)


def begin(world: World, each: DemoActivity, due: dt.datetime) -> None:
    """In its phase, made when it is needed first."""
    by, space = world.actor(each.by), world.space_of(each.project)
    phase = Phase.objects.filter(space=space, title=each.phase).first()
    phase = phase or add_phase(by=by, space=space, title=each.phase)
    what = Plan(each.title, each.text, phase=phase.ref, due_at=due, due_zone=by.time_zone)
    made = set_activity(by=by, space=space, plan=what)
    if each.opened:
        open_activity(by=by, activity=made)


def hand(world: World, each: DemoActivity, done: DemoHandIn) -> None:
    """A pupil hands in."""
    project = reader.projects()[each.project]
    activity = Activity.objects.get(title=each.title)
    hand_in(by=world.writer(project, done.by, "en"), activity=activity, text=done.text)


def approve(world: World, each: DemoActivity, done: DemoHandIn) -> None:
    """Who set it says yes."""
    found = _of(each, done)
    approve_hand_in(by=world.actor("ana"), hand_in=found, version=found.version)


def give_back(world: World, each: DemoActivity, done: DemoHandIn) -> None:
    """Her teacher asks for more."""
    found = _of(each, done)
    by = world.actor("ana")
    return_hand_in(by=by, hand_in=found, version=found.version, answer=done.answer)


def _of(each: DemoActivity, done: DemoHandIn) -> HandIn:
    return HandIn.objects.get(activity__title=each.title, author__name=done.by)
