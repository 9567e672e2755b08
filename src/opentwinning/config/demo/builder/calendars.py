"""What is planned in the TwinSpaces (T-04)."""

import datetime as dt

from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import HOME, Timeline, World
from opentwinning.config.demo.calendar_shapes import DemoEvent
from opentwinning.workspace.calendar.actions import cancel_event, plan_event
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.vocabulary import When
from opentwinning.workspace.spaces.vocabulary import SpacePlace


def plan(world: World, timeline: Timeline) -> None:
    """Each is written on its day."""
    for each in reader.events():
        first = timeline.moment_of(each.day, 12).astimezone(HOME).date()
        timeline.add(each.written, 14, write, world, each, first)
        if each.cancelled is not None:
            timeline.add(each.cancelled, 15, cancel, world, each)


def write(world: World, each: DemoEvent, first: dt.date) -> None:
    """By the clock of its writer."""
    project = reader.projects()[each.project]
    actor = world.writer(project, each.by, each.language)
    begins, ends = (dt.time.fromisoformat(t) if t else None for t in (each.begins, each.ends))
    last = first + dt.timedelta(days=each.days - 1)
    plan_event(
        by=actor,
        space=world.space_of(each.project),
        title=each.title,
        when=When(first, last, actor.time_zone, begins, ends),
        text=each.text,
        where=each.where,
        place=SpacePlace.STAFF_ROOM if each.staff else SpacePlace.WHOLE,
    )


def cancel(world: World, each: DemoEvent) -> None:
    """Its writer cancels it."""
    cancel_event(by=world.actor(each.by), event=Event.objects.get(title=each.title))
