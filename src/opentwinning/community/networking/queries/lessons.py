"""Timetables, and the lessons two contacts have in common."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from opentwinning.community.networking.models import Contact, Timetable
from opentwinning.community.networking.policies import may_compare_lessons
from opentwinning.community.networking.queries.contacts import Tie, access_contact
from opentwinning.community.networking.queries.overlap import (
    Lesson,
    Week,
    common_lessons,
    count_with_each,
)
from opentwinning.community.networking.vocabulary import (
    LEAST_IN_COMMON,
    LOOK_AHEAD,
    MONTH_TURNS,
)
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now, today
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.queries import school_regions
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


def tables_with_lessons(educators: Sequence[Educator]) -> dict[int, Timetable]:
    """The timetables of those who wrote down lessons, by educator id; for the arithmetic only.
    Three queries."""
    rows = Timetable.objects.filter(owner__in=educators).select_related("owner")
    found = rows.prefetch_related("slots", "closed_days")
    return {table.owner_id: table for table in found if table.slots.all()}


def access_contact_to_compare(actor: Actor, ref: str) -> Contact:
    """An accepted contact whose lessons may be compared with one's own."""
    contact = access_contact(actor, ref, to="keep")
    deny_unless(may_compare_lessons(actor, contact))
    return contact


def meetings_of(tables: Sequence[Timetable]) -> list[Meeting]:
    """When all of them teach at once in the coming weeks, from tomorrow on. Holidays of each
    country and region are left out, and the days each wrote down. Two queries."""
    first = now().date() + dt.timedelta(days=1)
    last = first + LOOK_AHEAD
    weeks = _weeks_of(tables, first, last)
    spans = common_lessons(weeks, first=first, last=last, least=LEAST_IN_COMMON)
    return [
        Meeting(
            tuple((span.begins.astimezone(w.zone), span.ends.astimezone(w.zone)) for w in weeks)
        )
        for span in spans
    ]


def month_ahead() -> tuple[dt.date, dt.date]:
    """The first and the last day of the month that people plan now: in its last half the next."""
    first = (today() + MONTH_TURNS).replace(day=1)
    return first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)


def with_lessons(me: Educator, ties: Sequence[Tie]) -> list[Tie]:
    """The same contacts, with how many lessons each has in common with oneself in the whole month
    that is planned now; 0 too where one of the two wrote down none. Five queries, whatever their
    number."""
    tables = tables_with_lessons([me, *(tie.other for tie in ties)])
    mine, others = tables.pop(me.pk, None), list(tables.values())
    if mine is None or not others:
        return list(ties)
    first, last = month_ahead()
    week, *weeks = _weeks_of([mine, *others], first, last)
    counts = count_with_each(week, weeks, first=first, last=last, least=LEAST_IN_COMMON)
    found = dict(zip((table.owner_id for table in others), counts, strict=True))
    return [replace(tie, lessons=found.get(tie.other.pk, 0)) for tie in ties]


def holidays_beside(educator: Educator, table: Timetable | None) -> list[Holiday]:
    """The holidays of her school in the coming year, which are left out by themselves."""
    place = _place(educator, table, school_regions([educator]))
    return holidays_at(place, today(), today() + dt.timedelta(days=365))


def _place(educator: Educator, table: Timetable | None, schools: Mapping[int, str]) -> Place:
    """The region she chose, else that of her school."""
    chosen = table.region if table else ""
    return educator.country, chosen or schools.get(educator.pk, "")


def _weeks_of(tables: Sequence[Timetable], first: dt.date, last: dt.date) -> list[Week]:
    """Each timetable with the days between these that its place has no lessons. Two queries."""
    schools = school_regions([table.owner for table in tables])
    places = [_place(table.owner, table, schools) for table in tables]
    holidays = free_days_at(set(places), first, last)
    return [_week(t, holidays.get(place, [])) for t, place in zip(tables, places, strict=True)]


def _week(table: Timetable, holidays: Sequence[Days]) -> Week:
    own = [(each.first_day, each.last_day) for each in table.closed_days.all()]
    return Week(
        ZoneInfo(table.time_zone),
        [Lesson(slot.weekday, slot.begins, slot.ends) for slot in table.slots.all()],
        [*own, *holidays],
    )
