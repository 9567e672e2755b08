"""Lessons at the same moment (pain 30): zones, summer time, days without lessons."""

import datetime as dt
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opentwinning.community.networking.queries.overlap import (
    Lesson,
    Span,
    Week,
    common_lessons,
    count_with_each,
    held_between,
    held_together,
)

MONDAY = dt.date(2027, 3, 1)
LEAST = dt.timedelta(minutes=20)
ZONES = (
    "Europe/Ljubljana", "Europe/Bucharest", "Atlantic/Reykjavik", "Europe/Lisbon", "Asia/Tbilisi",
    "America/New_York", "Australia/Lord_Howe",
)  # fmt: skip


def lesson(begins, ends, weekday=0):
    return Lesson(weekday, dt.time.fromisoformat(begins), dt.time.fromisoformat(ends))


def week(zone, *lessons, closed=()):
    return Week(ZoneInfo(zone), lessons, closed)


def clocks(weeks, first, days):
    """ "03-01 08:00" in UTC for each common beginning."""
    last = first + dt.timedelta(days=days)
    spans = common_lessons(weeks, first=first, last=last, least=LEAST)
    return [f"{span.begins:%m-%d %H:%M}" for span in spans]


def test_ana_and_ion_meet_an_hour_apart_on_the_clock():
    ana = week("Europe/Ljubljana", lesson("09:00", "09:45"))
    ion = week("Europe/Bucharest", lesson("10:10", "11:00"))
    found = common_lessons([ana, ion], first=MONDAY, last=MONDAY, least=LEAST)
    at = dt.datetime(2027, 3, 1, 8, 10, tzinfo=dt.UTC)
    assert found == [Span(at, at + dt.timedelta(minutes=35))]
    longer = dt.timedelta(minutes=36)
    assert common_lessons([ana, ion], first=MONDAY, last=MONDAY, least=longer) == []


def test_a_country_without_summer_time_and_one_that_changes_on_another_day():
    """Europe changes on 28 March 2027, America on 14 March, Iceland never."""
    ljubljana = week("Europe/Ljubljana", lesson("15:00", "15:45"))
    reykjavik = week("Atlantic/Reykjavik", lesson("14:00", "14:45"))
    new_york = week("America/New_York", lesson("10:00", "10:45"))
    assert clocks([ljubljana, reykjavik], MONDAY, 35) == [
        "03-01 14:00", "03-08 14:00", "03-15 14:00", "03-22 14:00",
    ]  # fmt: skip
    assert clocks([ljubljana, new_york], MONDAY, 35) == ["03-15 14:00", "03-22 14:00"]


def test_the_hour_that_spring_leaves_out_is_not_held_and_days_without_lessons_neither():
    sunday = dt.date(2027, 3, 28)
    night = week("Europe/Ljubljana", lesson("02:15", "02:45", weekday=6))
    assert held_between(night, sunday, sunday) == []
    assert (
        len(held_between(night, sunday + dt.timedelta(days=7), sunday + dt.timedelta(days=7))) == 1
    )
    ana = week("Europe/Ljubljana", lesson("09:00", "09:45"), closed=[(MONDAY, MONDAY)])
    ion = week(
        "Europe/Bucharest", lesson("10:00", "10:45"),
        closed=[(dt.date(2027, 3, 14), dt.date(2027, 3, 16))],
    )  # fmt: skip
    assert clocks([ana, ion], MONDAY, 21) == ["03-08 08:00", "03-22 08:00"]


def test_three_have_fewer_in_common_than_two_and_nobody_has_none():
    ana = week("Europe/Ljubljana", lesson("09:00", "09:45"), lesson("10:00", "10:45"))
    ion = week("Europe/Bucharest", lesson("10:00", "11:45"))
    freja = week("Europe/Copenhagen", lesson("10:00", "11:00"))
    assert clocks([ana, ion], MONDAY, 0) == ["03-01 08:00", "03-01 09:00"]
    assert clocks([ana, ion, freja], MONDAY, 0) == ["03-01 09:00"]
    assert clocks([], MONDAY, 7) == []


@st.composite
def weeks(draw):
    """Lessons on full quarters, one after another, in any of the zones."""
    found = []
    for weekday in range(7):
        marks = sorted(draw(st.sets(st.integers(0, 95), max_size=6)))
        for begins, ends in zip(marks[::2], marks[1::2], strict=False):
            at = [dt.time(mark // 4, mark % 4 * 15) for mark in (begins, ends)]
            found.append(Lesson(weekday, *at))
    closed = draw(st.sampled_from([(), ((MONDAY, MONDAY + dt.timedelta(days=3)),)]))
    return Week(ZoneInfo(draw(st.sampled_from(ZONES))), found, closed)


@pytest.mark.parametrize("first", [MONDAY, dt.date(2027, 10, 25)])
@settings(max_examples=12, deadline=None)
@given(one=weeks(), other=weeks())
def test_every_common_lesson_lies_in_a_lesson_of_each_on_a_day_with_lessons(first, one, other):
    last = first + dt.timedelta(days=13)
    found = common_lessons([one, other], first=first, last=last, least=LEAST)
    assert set(found) == set(common_lessons([other, one], first=first, last=last, least=LEAST))
    for span in found:
        assert span.length >= LEAST
        for each in (one, other):
            local = span.begins.astimezone(each.zone)
            assert not any(begin <= local.date() <= end for begin, end in each.closed)
            assert any(held.begins <= span.begins and span.ends <= held.ends
                       for held in held_between(each, first, last))  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(one=weeks(), other=weeks(), begin=st.integers(0, 13), days=st.integers(0, 5))
def test_holidays_take_away_what_touches_them_and_nothing_else(one, other, begin, days):
    """More days without lessons never give a new date, and leave the dates of other days."""
    last = MONDAY + dt.timedelta(days=13)
    off = MONDAY + dt.timedelta(days=begin), MONDAY + dt.timedelta(days=begin + days)
    there = Week(one.zone, one.lessons, [*one.closed, off])
    before = common_lessons([one, other], first=MONDAY, last=last, least=LEAST)
    after = common_lessons([there, other], first=MONDAY, last=last, least=LEAST)
    assert after == [
        span for span in before
        if not off[0] <= span.begins.astimezone(one.zone).date() <= off[1]
    ]  # fmt: skip


def runs_of_minutes(weeks, first, last):
    """The slow way: asks the wall clock of each place, minute by minute, which lesson it holds."""
    minute = dt.timedelta(minutes=1)
    at = dt.datetime.combine(first - dt.timedelta(days=1), dt.time(), dt.UTC)
    runs, before = [], None
    while at.date() <= last + dt.timedelta(days=1):
        held = [lesson_at(each, at, first, last) for each in weeks]
        if None not in held:
            if held == before:
                runs[-1][1] = at + minute
            else:
                runs.append([at, at + minute])
        before = held
        at += minute
    return [Span(*run) for run in runs if run[1] - run[0] >= LEAST]


def lesson_at(week, moment, first, last):
    local = moment.astimezone(week.zone)
    day = local.date()
    if not first <= day <= last:
        return None
    for each in week.lessons:
        if each.weekday == day.weekday() and each.begins <= local.time() < each.ends:
            return (day, each)
    return None


@st.composite
def school_weeks(draw):
    """Lessons by day: no clock changes between six in the morning and eight in the evening."""
    found = []
    for weekday in range(7):
        marks = sorted(draw(st.sets(st.integers(72, 240), max_size=4)))
        for begins, ends in zip(marks[::2], marks[1::2], strict=False):
            at = [dt.time(mark // 12, mark % 12 * 5) for mark in (begins, ends)]
            found.append(Lesson(weekday, *at))
    return Week(ZoneInfo(draw(st.sampled_from(ZONES))), found)


@pytest.mark.parametrize("first", [dt.date(2027, 3, 27), dt.date(2027, 10, 30)])
@settings(max_examples=4, deadline=None)
@given(places=st.lists(school_weeks(), min_size=2, max_size=3))
def test_the_same_as_asking_the_clocks_minute_by_minute(first, places):
    """Around both changes of Europe's clocks; and one against each is the same as pair by pair."""
    last = first + dt.timedelta(days=2)
    found = common_lessons(places, first=first, last=last, least=LEAST)
    assert sorted(found) == runs_of_minutes(places, first, last)
    one, *others = places
    assert count_with_each(one, others, first=first, last=last, least=LEAST) == [
        len(common_lessons([one, each], first=first, last=last, least=LEAST)) for each in others
    ]


def test_two_go_on_when_the_third_leaves():
    """The larger set first; lessons without a break between them stay two."""
    ana = week("Europe/Ljubljana", lesson("09:00", "09:45"), lesson("09:45", "10:30"))
    ion = week("Europe/Bucharest", lesson("10:00", "10:45"), lesson("10:45", "11:30"))
    freja = week("Europe/Copenhagen", lesson("09:00", "09:25"))
    found = held_together([ana, ion, freja], first=MONDAY, last=MONDAY, least=LEAST)
    assert [(f"{span.begins:%H:%M}", f"{span.ends:%H:%M}", sorted(who)) for span, who in found] == [
        ("08:00", "08:25", [0, 1, 2]), ("08:00", "08:45", [0, 1]), ("08:45", "09:30", [0, 1]),
    ]  # fmt: skip
    assert held_together([ana], first=MONDAY, last=MONDAY, least=LEAST) == []
    assert held_together([], first=MONDAY, last=MONDAY, least=LEAST) == []


@settings(max_examples=25, deadline=None)
@given(places=st.lists(weeks(), min_size=2, max_size=4))
def test_of_several_none_is_left_out_and_none_invented(places):
    """Every set's common lessons stand there, if need be with others who are there as long."""
    last = MONDAY + dt.timedelta(days=6)
    found = held_together(places, first=MONDAY, last=last, least=LEAST)
    assert len(set(found)) == len(found)
    for span, who in found:
        chosen = [places[number] for number in sorted(who)]
        assert span in common_lessons(chosen, first=MONDAY, last=last, least=LEAST)
    for size in range(2, len(places) + 1):
        for some in combinations(range(len(places)), size):
            chosen = [places[number] for number in some]
            for span in common_lessons(chosen, first=MONDAY, last=last, least=LEAST):
                assert any(each == span and set(some) <= who for each, who in found)
