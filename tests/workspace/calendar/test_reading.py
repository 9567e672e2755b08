"""What is read of a file of another calendar, and what never is (T-04, RFC 5545)."""

import datetime as dt
import time

import pytest

from opentwinning.core.verdicts import Invalid
from opentwinning.workspace.calendar.queries import read_calendar
from opentwinning.workspace.calendar.vocabulary import MOST_BYTES, When
from tests.workspace.calendar.samples import HERE, MEETING, TRIP, a_file, an_entry, read


def reasons(found) -> dict[str, str]:
    return {title: str(why) for title, why in found.left_out}


# ---------------------------------------------------------------- what is read


def test_times_and_days_are_read_by_their_own_clock(clock):
    meeting, trip = read(MEETING, TRIP).found
    day = dt.date(2027, 3, 3)
    assert meeting.when == When(day, day, HERE, dt.time(10), dt.time(11))
    assert meeting.where == "Hall"
    assert trip.when == When(dt.date(2027, 5, 12), dt.date(2027, 5, 14), HERE)


def test_guests_and_their_addresses_are_not_even_carried(clock):
    assert "school.example" in MEETING
    carried = read(MEETING).text
    assert "ATTENDEE" not in carried
    assert "zofka" not in carried.lower()
    assert "child" not in carried.lower()


@pytest.mark.parametrize(
    ("lines", "begins"),
    [
        (("DTSTART:20270303T090000Z", "DTEND:20270303T093000Z"), dt.time(10)),
        (("DTSTART:20270303T100000", "DURATION:PT30M"), dt.time(10)),  # of the reader's clock
        (("DTSTART;TZID=W. Europe Standard Time:20270303T100000",), dt.time(10)),
        (("DTSTART;TZID=Europe/Bucharest:20270303T100000",), dt.time(9)),
    ],
)
def test_a_time_is_that_of_the_readers_clock(clock, lines, begins):
    (found,) = read(an_entry(*lines)).found
    assert found.when.begins == begins


def test_folded_lines_markup_and_signs_are_read_as_text(clock):
    (found,) = read(
        an_entry(
            "DTSTART:20270303T090000Z", "DTEND:20270303T093000Z",
            "DESCRIPTION:<b>Bring</b> water\\, bread\\nand", "  songs",
            title="Zbor\\, Čez gore",
        )
    ).found  # fmt: skip
    assert found.title == "Zbor, Čez gore"
    assert found.text == "Bring water, bread\nand songs"


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("DTSTART:20270230T100000",), "no day"),
        (("DTSTART:2027",), "no day"),
        ((), "no day"),
        (("DTSTART:20270303T100000Z", "DTEND:20270303T090000Z"), "ends before"),
        (("DTSTART;TZID=Mars/North:20270303T100000",), "time zone"),
        (("DTSTART;VALUE=DATE:09990303",), "year"),
        (("DTSTART;VALUE=DATE:20270303", "DTEND;VALUE=DATE:20270903"), "two months"),
        (("DTSTART;VALUE=DATE:20250303",), "over"),
        (("DTSTART:20270303T100000Z", "DURATION:P99999999999D"), "no day"),
        (("DTSTART:20270303T100000Z", "DTEND;VALUE=DATE:20270304"), "no day"),
        (("DTSTART:20270303T100000Z", "RDATE:20270404T100000Z"), "repeats in a way"),
    ],
)
def test_what_is_left_out_has_a_reason(clock, lines, why):
    found = read(an_entry(*lines))
    assert not found.found
    assert why in reasons(found)["Choir"]


# ---------------------------------------------------------------- repeating


def days(*lines: str) -> list[str]:
    found = read(an_entry(*lines)).found
    return [each.when.first_day.strftime("%d.%m.") for each in found]


@pytest.mark.parametrize(
    ("start", "rule", "expected"),
    [
        ("20270304", "FREQ=WEEKLY;COUNT=3", ["04.03.", "11.03.", "18.03."]),
        ("20270301", "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3", ["01.03.", "04.03.", "08.03."]),
        ("20270301", "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270330", ["01.03.", "15.03.", "29.03."]),
        ("20270331", "FREQ=MONTHLY;COUNT=3", ["31.03.", "31.05.", "31.07."]),
        ("20270305", "FREQ=MONTHLY;BYDAY=1FR;COUNT=2", ["05.03.", "02.04."]),
        ("20270326", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", ["26.03.", "30.04."]),
        ("20240508", "FREQ=YEARLY", ["08.05."]),
        ("20270301", "FREQ=DAILY;COUNT=2", ["01.03.", "02.03."]),
    ],
)
def test_a_repeating_event_stands_for_each_of_its_times(clock, start, rule, expected):
    assert days(f"DTSTART;VALUE=DATE:{start}", f"RRULE:{rule}") == expected


def test_ten_stays_ten_when_the_clocks_change(clock):
    found = read(
        an_entry(
            "DTSTART;TZID=Europe/Ljubljana:20270322T100000", "DURATION:PT1H",
            "RRULE:FREQ=WEEKLY;UNTIL=20270405T080000Z",
        )
    ).found  # fmt: skip
    assert [each.when.begins for each in found] == [dt.time(10)] * 3


def test_left_out_and_moved_times_of_a_series(clock):
    series = an_entry(
        "DTSTART:20270301T090000Z", "DTEND:20270301T100000Z", "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE:20270308T090000Z",
    )  # fmt: skip
    moved = an_entry(
        "RECURRENCE-ID:20270315T090000Z", "DTSTART:20270316T090000Z", "DTEND:20270316T100000Z",
        title="Choir, on Tuesday",
    )  # fmt: skip
    found = read(series, moved).found
    assert [(e.title, e.when.first_day.day) for e in found] == [
        ("Choir", 1), ("Choir, on Tuesday", 16), ("Choir", 22),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=MINUTELY;COUNT=99999999", "FREQ=DAILY", "FREQ=DAILY;COUNT=9999",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=0", "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=YEARLY;BYHOUR=1,2,3;BYSETPOS=-1", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=BLAH",
        "FREQ=DAILY;COUNT=99999999999999999999999", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "nonsense",
    ],
)  # fmt: skip
def test_a_rule_that_would_never_end_is_refused_at_once(clock, rule):
    begun = time.process_time()
    entries = [
        an_entry("DTSTART:20150101T100000Z", f"RRULE:{rule}", uid=f"u{n}") for n in range(100)
    ]
    found = read(*entries)
    assert not found.found
    assert len(found.left_out) == 100
    assert time.process_time() - begun < 5


def test_a_home_made_time_zone_is_not_computed(clock):
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Bomb\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
        "TZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    found = read(an_entry("DTSTART;TZID=Bomb:20270303T100000"), more=zone)
    assert "time zone" in reasons(found)["Choir"]


# ---------------------------------------------------------------- hostile files


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a calendar file"),
        (b"PK\x03\x04 a zip", "not a calendar file"),
        (b"\xff\xfe" + a_file(MEETING).encode("utf-16-le"), "UTF-8"),
        (a_file(an_entry(title="Čez")).encode("cp1250"), "UTF-8"),
        (a_file(MEETING).encode() + b"\0", "UTF-8"),
        (a_file(MEETING).encode()[:-20], "cut off"),
        (a_file(), "no events"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 400, "cut off"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:X\n" * 40_000, "cut off"),
        (a_file(*["UID:x"] * 501), "more than 500"),
        (b"BEGIN:VCALENDAR\n" + b"X" * MOST_BYTES, "500 KB"),
    ],
    ids=range(11),
)
def test_a_file_that_is_no_whole_calendar_is_refused_in_a_sentence(data, why):
    data = data if isinstance(data, bytes) else data.encode()
    with pytest.raises(Invalid, match=why):
        read_calendar(data, HERE)


def test_an_attached_file_is_not_read(clock):
    heavy = f"{MEETING}\nATTACH;ENCODING=BASE64;VALUE=BINARY:{'A' * 100_000}"
    assert len(read(heavy).text) < 1000
