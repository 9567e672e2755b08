"""Which lessons of several timetables are at the same moment: plain arithmetic, no database.

A lesson is held at the clock time of its own place, so its moment moves with summer time there and
with nobody else's. A lesson whose beginning or end falls into the hour that a place leaves out in
spring is not held that day; of an hour that comes twice, the first one counts.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import pairwise
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


def held_together(
    weeks: Sequence[Week], *, first: dt.date, last: dt.date, least: dt.timedelta
) -> list[tuple[Span, frozenset[int]]]:
    """When two or more have a lesson at once for at least ``least``, and who: their numbers in
    ``weeks``. Each set of people stands with the longest time they all have, in order of time,
    the larger set first; ``first`` and ``last`` as in ``common_lessons``."""
    held = [held_between(week, first, last) for week in weeks]
    lessons = [(number, span) for number, spans in enumerate(held) for span in spans]
    pieces = _pieces(lessons)
    found = {
        (_stretched(pieces, place, there), frozenset(lessons[each][0] for each in there))
        for place in range(len(pieces))
        for there in _from_here(pieces, place)
    }
    kept = [(span, who) for span, who in found if span.length >= least]
    return sorted(kept, key=lambda each: (each[0].begins, -len(each[1]), each[0].ends))


type _Piece = tuple[Span, frozenset[int]]


def _pieces(lessons: Sequence[tuple[int, Span]]) -> list[_Piece]:
    """The time from the first lesson to the last, cut where one begins or ends, and which of the
    lessons (by their place in the list) run in each piece."""
    begins: dict[dt.datetime, set[int]] = defaultdict(set)
    ends: dict[dt.datetime, set[int]] = defaultdict(set)
    for place, (_, span) in enumerate(lessons):
        begins[span.begins].add(place)
        ends[span.ends].add(place)
    running: set[int] = set()
    pieces = []
    for edge, following in pairwise(sorted(begins.keys() | ends.keys())):
        running = (running - ends[edge]) | begins[edge]
        pieces.append((Span(edge, following), frozenset(running)))
    return pieces


def _from_here(pieces: Sequence[_Piece], place: int) -> Iterator[frozenset[int]]:
    """Which lessons, two at least, run through this piece, through it and the next, and so on."""
    there = pieces[place][1]
    for _, running in pieces[place:]:
        there &= running
        if len(there) < 2:
            return
        yield there


def _stretched(pieces: Sequence[_Piece], place: int, there: frozenset[int]) -> Span:
    """The piece together with its neighbours in which all these lessons run too."""
    first = last = place
    while first > 0 and there <= pieces[first - 1][1]:
        first -= 1
    while last + 1 < len(pieces) and there <= pieces[last + 1][1]:
        last += 1
    return Span(pieces[first][0].begins, pieces[last][0].ends)


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
