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
from opentwinning.core.clock import now, today
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.educators.models import Educator
from opentwinning.people.support.models import Holiday
from opentwinning.people.support.queries import free_days_at, holidays_at
from opentwinning.people.support.queries.holidays import Days, Place


@dataclass(frozen=True, slots=True)
class Meeting:
    """A lesson in common: when it begins and ends by the clock of each place, in their order."""

    spans: tuple[tuple[dt.datetime, dt.datetime], ...]


def timetable_of(educator: Educator) -> Timetable | None:
    """Her timetable with its rows, or None. For herself and for the arithmetic, for no screen of
    anybody else. Three queries."""
    owned = Timetable.objects.filter(owner=educator).select_related("owner")
    rows = owned.prefetch_related("slots", "closed_days")
    return rows.first()


def access_contact_to_compare(actor: Actor, ref: str) -> Contact:
    """An accepted contact whose lessons may be compared with one's own."""
    contact = access_contact(actor, ref, to="keep")
    deny_unless(may_compare_lessons(actor, contact))
    return contact


def meetings_of(tables: Sequence[Timetable]) -> list[Meeting]:
    """When all of them teach at once in the coming weeks, from tomorrow on. Holidays of each
    country and region are left out, and the days each wrote down. One query."""
    first = now().date() + dt.timedelta(days=1)
    last = first + LOOK_AHEAD
    holidays = free_days_at({_place(table) for table in tables}, first, last)
    weeks = [_week(table, holidays.get(_place(table), [])) for table in tables]
    spans = common_lessons(weeks, first=first, last=last, least=LEAST_IN_COMMON)
    return [
        Meeting(
            tuple((span.begins.astimezone(w.zone), span.ends.astimezone(w.zone)) for w in weeks)
        )
        for span in spans
    ]


def holidays_beside(educator: Educator, table: Timetable | None) -> list[Holiday]:
    """The holidays of her school in the coming year, which are left out by themselves."""
    place = (educator.country, table.region if table else "")
    return holidays_at(place, today(), today() + dt.timedelta(days=365))


def _place(table: Timetable) -> Place:
    return table.owner.country, table.region


def _week(table: Timetable, holidays: Sequence[Days]) -> Week:
    own = [(each.first_day, each.last_day) for each in table.closed_days.all()]
    return Week(
        ZoneInfo(table.time_zone),
        [Lesson(slot.weekday, slot.begins, slot.ends) for slot in table.slots.all()],
        [*own, *holidays],
    )
