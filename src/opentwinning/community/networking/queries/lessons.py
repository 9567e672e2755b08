"""Timetables, and the lessons two contacts have in common."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils.translation import npgettext

from opentwinning.community.networking.models import Contact, LessonSlot, Timetable
from opentwinning.community.networking.policies import may_compare_lessons
from opentwinning.community.networking.queries.contacts import Tie, access_contact, contact_accounts
from opentwinning.community.networking.queries.overlap import (
    Lesson,
    Week,
    common_lessons,
    count_with_each,
    held_together,
)
from opentwinning.community.networking.vocabulary import (
    LEAST_IN_COMMON,
    LOOK_AHEAD,
    MONTH_TURNS,
    ShownTo,
)
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now, today
from opentwinning.core.components.formats import month_in_words
from opentwinning.core.prepared import prepared
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
    found = _counted(me, tables)
    return [replace(tie, lessons=found.get(tie.other.pk, 0)) for tie in ties]


def lessons_shown(me: Educator, educators: Sequence[Educator]) -> dict[int, int]:
    """How many lessons oneself has in common with each of several educators in the month that is
    planned now, by educator id: those who show it to everybody who looks for partners, and
    contacts (L-04, pain 30). One query for whoever wrote down no lessons, else six."""
    if not educators or not _has_week(me.pk):
        return {}
    may_know = (
        Q(shown_to=ShownTo.EVERYBODY) | Q(owner__account__in=contact_accounts(me)) | Q(owner=me)
    )
    rows = Timetable.objects.filter(may_know, owner__in=[me, *educators]).select_related("owner")
    found = rows.prefetch_related("slots", "closed_days")
    return _counted(me, {table.owner_id: table for table in found if table.slots.all()})


def lessons_in_words(number: int) -> str:
    """“December 2026: 3 lessons in common”."""
    words = npgettext(
        "lessons",
        "%(month)s: %(count)s lesson in common",
        "%(month)s: %(count)s lessons in common",
        number,
    )
    return words % {"month": month_in_words(month_ahead()[0]), "count": number}


@dataclass(frozen=True, slots=True)
class Gathering:
    """Several teach at once, from one moment to another; by educator id the zone of each."""

    begins: dt.datetime
    ends: dt.datetime
    zones: Mapping[int, ZoneInfo]


@dataclass(frozen=True, slots=True)
class Gatherings:
    """When some of several educators teach at once, and whose lessons the reader may know of."""

    rows: Sequence[Gathering]
    known: frozenset[int]


def gatherings_of(
    me: Educator, educators: Sequence[Educator], first: dt.date, last: dt.date
) -> Gatherings:
    """When the teachers of a project teach at once between two days: those who show it to teachers
    of their projects, contacts, and oneself. The caller has seen that they share a project. Seven
    queries, whatever their number."""
    shown = [ShownTo.PROJECTS, ShownTo.EVERYBODY]
    may_know = Q(shown_to__in=shown) | Q(owner__account__in=contact_accounts(me)) | Q(owner=me)
    rows = Timetable.objects.filter(may_know, owner__in=educators).select_related("owner")
    found = rows.order_by("pk").prefetch_related("slots", "closed_days")
    tables = [table for table in found if table.slots.all()]
    weeks = _weeks_of(tables, first, last)
    together = held_together(weeks, first=first, last=last, least=LEAST_IN_COMMON)
    return Gatherings(
        rows=[
            Gathering(
                span.begins, span.ends, {tables[n].owner_id: weeks[n].zone for n in sorted(who)}
            )
            for span, who in together
        ],
        known=frozenset(table.owner_id for table in tables),
    )


@prepared
def _has_week(educator: int) -> QuerySet[LessonSlot, int]:
    return LessonSlot.objects.filter(timetable__owner_id=educator).values_list("pk", flat=True)[:1]


def _counted(me: Educator, tables: Mapping[int, Timetable]) -> dict[int, int]:
    """Lessons in common with oneself by educator id; none without an own timetable. Two queries."""
    others = [table for table in tables.values() if table.owner_id != me.pk]
    if me.pk not in tables or not others:
        return {}
    first, last = month_ahead()
    week, *weeks = _weeks_of([tables[me.pk], *others], first, last)
    counts = count_with_each(week, weeks, first=first, last=last, least=LEAST_IN_COMMON)
    return dict(zip((table.owner_id for table in others), counts, strict=True))


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
