"""Holidays in a file of a ministry or of an open collection: CSV with headings, or iCalendar.

What is read is only a proposal: every row that cannot be one holiday is named with its number, and
nothing is written here."""

import csv
import datetime as dt
import io
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from icalendar import Calendar, Event

from opentwinning.core.text import clean_line
from opentwinning.core.verdicts import Invalid
from opentwinning.people.support.queries.regions import region_meant
from opentwinning.people.support.vocabulary import (
    HOLIDAY_YEARS,
    LONGEST_HOLIDAY,
    MOST_HOLIDAY_ROWS,
    HolidayKind,
)

DAY = dt.timedelta(days=1)
_SHOWN = 20  # signs of a code that is not known
_HEADINGS = {
    "country": ("country", "country_code", "countrycode"),
    "region": ("region", "subdivisions", "subdivision", "region_code"),
    "groups": ("groups", "group"),
    "kind": ("kind", "type"),
    "scope": ("regionalscope",),
    "part": ("temporalscope",),
    "first": ("first_day", "startdate", "start_date", "start", "from", "date"),
    "last": ("last_day", "enddate", "end_date", "end", "to"),
    "name": ("name", "holiday", "summary", "title"),
}
_BEGUN, _ENDED = (re.compile(rf"(?im)^{word}:") for word in ("BEGIN", "END"))
_TAGGED = re.compile(r"(?:^|,)\s*([A-Z]{2})\s+")

_NO_TEXT = pgettext_lazy("holidays", "The file is not UTF-8 text. Save it as CSV UTF-8 or ICS.")
_NO_HEADINGS = pgettext_lazy("holidays", "The first row must name a first day and a name.")
_NO_CALENDAR = pgettext_lazy("holidays", "The calendar file is damaged. Export it again.")
_LONG = pgettext_lazy("holidays", "The file has too many rows. Send one school year at a time.")
_NO_DAY = pgettext_lazy("holidays", "A day is not written like 2027-02-15.")
_NO_NAME = pgettext_lazy("holidays", "The name is missing.")
_FAR = pgettext_lazy("holidays", "The year cannot be right.")
_BACKWARDS = pgettext_lazy("holidays", "The last day is before the first day.")
_ENDLESS = pgettext_lazy("holidays", "This is longer than any holiday.")
_NO_REGION = pgettext_lazy("holidays", "The row names no region.")
_UNKNOWN = pgettext_lazy("holidays", "“%(code)s” is not on the list of regions of your country.")
_REPEATS = pgettext_lazy("holidays", "This entry repeats itself. Write each of its days.")


@dataclass(frozen=True, slots=True, order=True)
class FoundHoliday:
    """One holiday as the file says."""

    first_day: dt.date
    last_day: dt.date
    region: str
    kind: str
    name: str


@dataclass(slots=True)
class HolidayFile:
    """What was found, which rows are wrong and why, and how many belong elsewhere."""

    found: list[FoundHoliday] = field(default_factory=list)
    problems: list[tuple[int, str | Promise]] = field(default_factory=list)
    elsewhere: int = 0  # of other countries
    other_kinds: int = 0  # half days, days of single towns, ends of terms


@dataclass(frozen=True, slots=True)
class Asked:
    """For which country, in which language names are wanted, what is not in the file, and the codes
    of the regions that the office has named."""

    country: str
    language: str
    kind: str
    region: str
    regions: tuple[str, ...] = ()


def read_holidays(data: bytes, asked: Asked) -> HolidayFile:
    """Read the file by what it contains. Raises ``Invalid`` when it is neither kind of file."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid(_NO_TEXT, "file") from None
    if "\0" in text:
        raise Invalid(_NO_TEXT, "file")
    is_calendar = text.lstrip()[:15].upper() == "BEGIN:VCALENDAR"
    read = _from_calendar(text, asked) if is_calendar else _from_table(text, asked)
    read.found = sorted(set(read.found))
    return read


def checked(found: FoundHoliday, regions: Collection[str]) -> FoundHoliday:
    """The same holiday, when it can be one; ``regions`` are the codes that its country has. Raises
    ``Invalid``."""
    if not found.name:
        raise Invalid(_NO_NAME, "name")
    if {found.first_day.year, found.last_day.year} - set(HOLIDAY_YEARS):
        raise Invalid(_FAR, "first_day")
    if found.last_day < found.first_day:
        raise Invalid(_BACKWARDS, "last_day")
    if (found.last_day - found.first_day).days >= LONGEST_HOLIDAY:
        raise Invalid(_ENDLESS, "last_day")
    if found.region and found.region not in regions:
        raise Invalid(unknown_region(found.region), "region")
    return found


def unknown_region(code: str) -> str:
    """The sentence about a code that the office has not named."""
    return str(_UNKNOWN) % {"code": code[:_SHOWN]}


def _from_table(text: str, asked: Asked) -> HolidayFile:
    head = text.split("\n", 1)[0]
    cut = max(";,\t", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=cut))
    except csv.Error:
        raise Invalid(_NO_HEADINGS, "file") from None
    places = _places(rows[0] if rows else [])
    if not {"first", "name"} <= places.keys():
        raise Invalid(_NO_HEADINGS, "file")
    if len(rows) > MOST_HOLIDAY_ROWS:
        raise Invalid(_LONG, "file")
    read = HolidayFile()
    for number, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            cells = {n: row[at].strip() if at < len(row) else "" for n, at in places.items()}
            _take(read, number, cells, asked)
    return read


def _places(headings: list[str]) -> dict[str, int]:
    said = [heading.strip().lower().replace(" ", "_") for heading in headings]
    return {
        name: said.index(next(word for word in words if word in said))
        for name, words in _HEADINGS.items()
        if any(word in said for word in words)
    }


def _take(read: HolidayFile, number: int, cells: Mapping[str, str], asked: Asked) -> None:
    if cells.get("country", "").upper() not in {"", asked.country}:
        read.elsewhere += 1
        return
    kind = cells.get("kind", "").lower() or asked.kind
    is_local = cells.get("scope", "").lower() == "local"
    if is_local or kind not in set(HolidayKind) or cells.get("part", "").lower() == "halfday":
        read.other_kinds += 1
        return
    try:
        read.found += _of_row(cells, kind, asked)
    except Invalid as problem:
        read.problems.append((number, problem.message))


def _of_row(cells: Mapping[str, str], kind: str, asked: Asked) -> list[FoundHoliday]:
    first = _day(cells["first"])
    last = _day(cells["last"]) if cells.get("last") else first
    regions = _regions(cells, asked)
    if not regions and cells.get("scope", "").lower() == "regional":
        raise Invalid(_NO_REGION)
    name = _name(cells["name"], asked.language)
    rows = [FoundHoliday(first, last, each, kind, name) for each in regions or [asked.region]]
    return [checked(row, asked.regions) for row in rows]


def _regions(cells: Mapping[str, str], asked: Asked) -> list[str]:
    """The regions of a row by the codes of the office. Raises ``Invalid`` for the first one that
    it has not named: half a row would be a wrong calendar for the other half."""
    said = f"{cells.get('region', '')},{cells.get('groups', '')}".split(",")
    codes = []
    for each in filter(None, map(clean_line, said)):
        code = region_meant(each, asked.regions, asked.country)
        if code is None:
            raise Invalid(unknown_region(each))
        codes.append(code)
    return codes


def _day(said: str) -> dt.date:
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        raise Invalid(_NO_DAY) from None


def _name(said: str, language: str) -> str:
    """Of "SL Poletne počitnice,EN Summer holidays" the one in the language, else in English, else
    the first; a name without languages as it is."""
    parts = _TAGGED.split(said)
    if len(parts) < 3 or parts[0].strip():
        return clean_line(said)[:80].strip()
    named = dict(zip(parts[1::2], parts[2::2], strict=True))
    wanted = named.get(language.upper()) or named.get("EN") or parts[2]
    return clean_line(wanted)[:80].strip()


def _from_calendar(text: str, asked: Asked) -> HolidayFile:
    begun = len(_BEGUN.findall(text))
    if begun > MOST_HOLIDAY_ROWS:
        raise Invalid(_LONG, "file")
    if begun != len(_ENDED.findall(text)):  # cut off on its way: half of it is not the calendar
        raise Invalid(_NO_CALENDAR, "file")
    try:
        events = [e for c in Calendar.from_ical(text, multiple=True) for e in c.events]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Invalid(_NO_CALENDAR, "file") from None
    read = HolidayFile()
    for number, event in enumerate(events, start=1):
        try:
            read.found.append(_of_event(event, asked))
        except Invalid as problem:
            read.problems.append((number, problem.message))
    return read


def _of_event(event: Event, asked: Asked) -> FoundHoliday:
    if {"RRULE", "RDATE"} & set(event.keys()):
        raise Invalid(_REPEATS)
    try:
        begins, ends = event.start, event.end
        name = clean_line(str(event.get("SUMMARY", "")))[:80].strip()
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        raise Invalid(_NO_DAY) from None
    first = _date(begins)
    is_whole = not isinstance(ends, dt.datetime) or ends.time() == dt.time()
    last = _date(ends) - DAY if is_whole and _date(ends) > first else _date(ends)
    return checked(FoundHoliday(first, last, asked.region, asked.kind, name), asked.regions)


def _date(moment: Any) -> dt.date:
    day: dt.date = moment.date() if isinstance(moment, dt.datetime) else moment
    return day
