"""Who knows whom, what they write to each other, and the calls for partners."""

import datetime as dt

from opentwinning.community.networking.actions import (
    accept_contact,
    answer_call,
    ask_for_contact,
    begin_conversation,
    publish_call,
    save_timetable,
    send_message,
)
from opentwinning.community.networking.models import Contact
from opentwinning.community.networking.vocabulary import CallTraitKind, ShownTo
from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.shapes import DemoCall, DemoConversation, DemoTimetable, Written
from opentwinning.core.clock import now

GREETING = (
    "I read your profile and would like to stay in contact. Perhaps we find an idea together."
)

TIMETABLES = -20  # the day on which they write down their lessons


def plan(world: World, timeline: Timeline) -> None:
    """People become contacts some days before they write or plan together (X-20)."""
    for (asker, asked), day in _first_days().items():
        timeline.add(day, 9, ask, world, asker, asked)
        timeline.add(day, 17, accept, world, asker, asked)
    for conversation in reader.conversations():
        for number, message in enumerate(conversation.messages):
            timeline.add(message.day, message.hour, write, world, conversation, number)
    for call in reader.calls().values():
        timeline.add(call.day, 10, publish, world, call)
        for answer in call.answers:
            timeline.add(answer.day, answer.hour, reply, world, call, answer, minute=30)
    for table in reader.timetables():
        timeline.add(TIMETABLES, 16, teach, world, table)


def _first_days() -> dict[tuple[str, str], int]:
    """When each pair met: before its first message and its first common project."""
    met: dict[frozenset[str], tuple[int, tuple[str, str]]] = {}

    def meet(asker: str, asked: str, day: int) -> None:
        pair = frozenset((asker, asked))
        if pair not in met or met[pair][0] > day:
            met[pair] = (day, (asker, asked))

    for project in reader.projects().values():
        first, *others = [*project.founders, *project.partners]
        for other in others:
            meet(first, other, project.days["drafted"] - 3)
    for conversation in reader.conversations():
        asker, asked = conversation.between
        meet(asker, asked, conversation.messages[0].day - 1)
    return {pair: day for day, pair in met.values()}


def ask(world: World, asker: str, asked: str) -> None:
    """A request with a friendly sentence."""
    ask_for_contact(by=world.actor(asker), educator=world.educators[asked], message=GREETING)


def accept(world: World, asker: str, asked: str) -> None:
    """The other one says yes in the evening."""
    contact = Contact.between(world.educators[asker].pk, world.educators[asked].pk)
    if contact is None:
        raise LookupError(f"{asker} never asked {asked}")
    accept_contact(by=world.actor(asked), contact=contact)


def write(world: World, conversation: DemoConversation, number: int) -> None:
    """The first message begins the conversation, the others follow."""
    message = conversation.messages[number]
    by = world.actor(message.by)
    key = conversation.subject
    if number == 0:
        others = [world.educators[each] for each in conversation.between if each != message.by]
        world.conversations[key] = begin_conversation(
            by=by, to=others, subject=conversation.subject, text=message.text
        )
    else:
        send_message(by=by, conversation=world.conversations[key], text=message.text)


def publish(world: World, call: DemoCall) -> None:
    """A partner call, open for some weeks from today."""
    world.calls[call.key] = publish_call(
        by=world.actor(call.by),
        traits={
            CallTraitKind.SUBJECT: call.subjects,
            CallTraitKind.AGE: call.ages,
            CallTraitKind.LANGUAGE: call.languages,
            CallTraitKind.COUNTRY: call.countries,
            CallTraitKind.TOOL: call.tools,
        },
        title=call.title,
        idea=call.idea,
        language=call.language,
        class_size=call.class_size,
        start=call.start,
        duration=call.duration,
        partners_wanted=call.partners_wanted,
        expires_on=now().date() + dt.timedelta(days=call.expires),
    )


def reply(world: World, call: DemoCall, answer: Written) -> None:
    """An answer under a call."""
    answer_call(by=world.actor(answer.by), call=world.calls[call.key], text=answer.text)


def teach(world: World, table: DemoTimetable) -> None:
    """The lessons of her week."""
    at = dt.time.fromisoformat
    slots = [(day, at(begins), at(ends), label) for day, begins, ends, label in table.slots]
    save_timetable(
        by=world.actor(table.by), time_zone=table.zone, slots=slots, closed=[],
        shown_to=ShownTo(table.shown_to),
    )  # fmt: skip
