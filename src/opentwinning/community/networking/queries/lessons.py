"""Timetables, and the lessons two contacts have in common."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from opentwinning.community.networking.models import Contact, Timetable
from opentwinning.community.networking.policies import may_compare_lessons
from opentwinning.community.networking.queries.contacts import access_contact
from opentwinning.community.networking.queries.overlap import Lesson, Week, common_lessons
from opentwinning.community.networking.vocabulary import LEAST_IN_COMMON, LOOK_AHEAD
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.educators.models import Educator


@dataclass(frozen=True, slots=True)
class Meeting:
    """A lesson in common: when it begins and ends by the clock of each place, in their order."""

    spans: tuple[tuple[dt.datetime, dt.datetime], ...]


def timetable_of(educator: Educator) -> Timetable | None:
    """Her timetable with its rows, or None. For herself and for the arithmetic, for no screen of
    anybody else. Three queries."""
    rows = Timetable.objects.filter(owner=educator).prefetch_related("slots", "closed_days")
    return rows.first()


def access_contact_to_compare(actor: Actor, ref: str) -> Contact:
    """An accepted contact whose lessons may be compared with one's own."""
    contact = access_contact(actor, ref, to="keep")
    deny_unless(may_compare_lessons(actor, contact))
    return contact


def meetings_of(tables: Sequence[Timetable]) -> list[Meeting]:
    """When all of them teach at once in the coming weeks, from tomorrow on."""
    weeks = [_week(table) for table in tables]
    first = now().date() + dt.timedelta(days=1)
    spans = common_lessons(weeks, first=first, last=first + LOOK_AHEAD, least=LEAST_IN_COMMON)
    return [
        Meeting(
            tuple((span.begins.astimezone(w.zone), span.ends.astimezone(w.zone)) for w in weeks)
        )
        for span in spans
    ]


def _week(table: Timetable) -> Week:
    return Week(
        ZoneInfo(table.time_zone),
        [Lesson(slot.weekday, slot.begins, slot.ends) for slot in table.slots.all()],
        [(each.first_day, each.last_day) for each in table.closed_days.all()],
    )
