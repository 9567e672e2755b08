"""Which lessons of several timetables are at the same moment: plain arithmetic, no database.

A lesson is held at the clock time of its own place, so its moment moves with summer time there and
with nobody else's. A lesson whose beginning or end falls into the hour that a place leaves out in
spring is not held that day; of an hour that comes twice, the first one counts.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from zoneinfo import ZoneInfo

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Lesson:
    """Every week on this weekday (0 is Monday), by the clock of the place."""

    weekday: int
    begins: dt.time
    ends: dt.time


@dataclass(frozen=True, slots=True)
class Week:
    """The lessons of one place, its zone, and first and last days of each time without lessons."""

    zone: ZoneInfo
    lessons: Sequence[Lesson]
    closed: Sequence[tuple[dt.date, dt.date]] = field(default=())


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From one moment to another, in UTC."""

    begins: dt.datetime
    ends: dt.datetime

    @property
    def length(self) -> dt.timedelta:
        return self.ends - self.begins


def common_lessons(
    weeks: Sequence[Week], *, first: dt.date, last: dt.date, least: dt.timedelta
) -> list[Span]:
    """When all have a lesson at once for at least ``least``, in order of time. ``first`` and
    ``last`` are days at each place: a moment counts if it lies within them everywhere."""
    if not weeks:
        return []
    held = [held_between(week, first, last) for week in weeks]
    return [span for span in reduce(_both, held) if span.length >= least]


def count_with_each(
    week: Week, others: Sequence[Week], *, first: dt.date, last: dt.date, least: dt.timedelta
) -> list[int]:
    """How many lessons one place has in common with each of several others, each for itself."""
    mine = held_between(week, first, last)
    return [
        sum(span.length >= least for span in _both(mine, held_between(other, first, last)))
        for other in others
    ]


def held_between(week: Week, first: dt.date, last: dt.date) -> list[Span]:
    """The lessons of one place on its days from ``first`` to ``last``, in order of time."""
    spans: list[Span] = []
    for number in range((last - first).days + 1):
        day = first + number * DAY
        if not any(begin <= day <= end for begin, end in week.closed):
            spans += _held_on(day, week)
    return sorted(spans)


def _held_on(day: dt.date, week: Week) -> Iterable[Span]:
    for lesson in week.lessons:
        if lesson.weekday == day.weekday():
            begins = _moment(day, lesson.begins, week.zone)
            ends = _moment(day, lesson.ends, week.zone)
            if begins is not None and ends is not None and begins < ends:
                yield Span(begins, ends)


# Many schools of a zone ring at the same times: a list of contacts asks most moments twice.
@lru_cache(maxsize=8192)
def _moment(day: dt.date, clock: dt.time, zone: ZoneInfo) -> dt.datetime | None:
    """The moment in UTC; None when the clocks of the place leave that time out on that day."""
    local = dt.datetime.combine(day, clock)
    moment = local.replace(tzinfo=zone).astimezone(dt.UTC)
    there = moment.astimezone(zone).replace(tzinfo=None, fold=0)
    return moment if there == local else None


def _both(ones: list[Span], others: list[Span]) -> list[Span]:
    """What lies in a span of each list; both are in order and free of overlaps within."""
    found: list[Span] = []
    here = there = 0
    while here < len(ones) and there < len(others):
        one, other = ones[here], others[there]
        begins, ends = max(one.begins, other.begins), min(one.ends, other.ends)
        if begins < ends:
            found.append(Span(begins, ends))
        if one.ends <= other.ends:
            here += 1
        else:
            there += 1
    return found
