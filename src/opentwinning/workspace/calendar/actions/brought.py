"""Events of a box that is taken in (idea 9), inside a space that is read only."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.boxes import Record, Unpacking, at, day, fitting, when
from opentwinning.core.verdicts import Invalid
from opentwinning.workspace.calendar.actions.moments import LATER
from opentwinning.workspace.calendar.models import Event


@action
def bring_box_events(*, by: Actor, unpacking: Unpacking) -> None:
    """What was planned, and when."""
    events = unpacking.rows(
        (each["id"], _event(unpacking, each)) for each in unpacking.records("events")
    )
    note(unpacking.space, events=len(events))


def _event(unpacking: Unpacking, each: Record) -> Event:
    event = fitting(
        Event,
        space=unpacking.space,
        place=each["place"],
        author=unpacking.made[each["by"]],
        title=each["title"],
        text=unpacking.text(each["text"]),
        where=each["where"],
        language=each["language"],
        is_whole_day=each["is_whole_day"],
        first_day=day(each["first_day"]),
        last_day=day(each["last_day"]),
        begins_at=when(each["begins_at"]),
        ends_at=when(each["ends_at"]),
        time_zone=each["time_zone"],
        created_at=when(each["at"]),
        changed_at=when(each["at"]),
        cancelled_at=at(each["cancelled_at"]),
    )
    if event.ends_at <= event.begins_at or event.last_day < event.first_day:
        raise Invalid(LATER)
    return event
