"""What the TwinSpaces decide together (pages 85, 87)."""

import datetime as dt

from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.poll_shapes import DemoPoll
from opentwinning.workspace.votes.actions import (
    Question,
    ask_question,
    close_poll,
    look_for_time,
    vote,
)
from opentwinning.workspace.votes.models import Choice, Poll

HOUR = dt.timedelta(hours=1)


def plan(world: World, timeline: Timeline) -> None:
    """Asked on their days, voted in a day later."""
    for each in reader.polls():
        times = [timeline.moment_of(day, 10) for day in each.times]
        timeline.add(each.written, 9, ask, world, each, times)
        timeline.add(each.written + 1, 10, give_votes, world, each)
        if each.closed is not None:
            timeline.add(each.closed, 16, close, world, each)


def ask(world: World, each: DemoPoll, times: list[dt.datetime]) -> None:
    """A question, or times."""
    by, space = world.actor(each.by), world.space_of(each.project)
    question = Question(
        title=each.title, text=each.text, place=each.place, choices=tuple(each.choices),
        shows_names=each.names,
    )  # fmt: skip
    if times:
        spans = [(begins, begins + HOUR) for begins in times]
        look_for_time(by=by, space=space, question=question, times=spans)
    else:
        ask_question(by=by, space=space, question=question)


def give_votes(world: World, each: DemoPoll) -> None:
    """Teachers and pupils."""
    poll, project = Poll.objects.get(title=each.title), reader.projects()[each.project]
    refs = list(Choice.objects.filter(poll=poll).order_by("position").values_list("ref", flat=True))
    for who, numbers in each.votes.items():
        by = world.writer(project, who, "en")
        vote(by=by, poll=poll, answers={refs[number]: "yes" for number in numbers})


def close(world: World, each: DemoPoll) -> None:
    """Who asked closes it."""
    close_poll(by=world.actor(each.by), poll=Poll.objects.get(title=each.title))
