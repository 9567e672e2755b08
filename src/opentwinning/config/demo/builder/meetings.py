"""Meetings of the TwinSpaces (T-20)."""

import datetime as dt

from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.meeting_shapes import DemoMeeting
from opentwinning.workspace.meetings.actions import plan_meeting


def plan(world: World, timeline: Timeline) -> None:
    """Planned on their days."""
    for each in reader.meetings():
        begins_at = timeline.moment_of(each.day, each.hour)
        timeline.add(each.written, 9, make, world, each, begins_at)


def make(world: World, each: DemoMeeting, begins_at: dt.datetime) -> None:
    """By a teacher."""
    plan_meeting(
        by=world.actor(each.by), space=world.space_of(each.project), title=each.title,
        begins_at=begins_at, minutes=60, place=each.place,
    )  # fmt: skip
