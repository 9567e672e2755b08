"""A file of another calendar (iCalendar, RFC 5545), read as a proposal: nothing is written here.

Only the lines that an event needs reach the parser. Guests and their addresses, alarms, attached
files and home-made time zones are dropped unread; what cannot be one event is named with the
reason."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import pgettext_lazy
from icalendar import Event as Entry

from opentwinning.core.clock import now
from opentwinning.core.text import clean_line, clean_text
from opentwinning.core.verdicts import Invalid
from opentwinning.workspace.calendar.queries.repeats import ODD_RULE, Rule
from opentwinning.workspace.calendar.vocabulary import (
    LONGEST,
    MAX_TEXT,
    MAX_TITLE,
    MAX_WHERE,
    MOST_BYTES,
    MOST_ENTRIES,
    MOST_TIMES,
    NO_END_GIVEN,
    REPEATS_AHEAD,
    YEARS,
    Found,
    When,
)

_READ = {
    "UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "LOCATION", "DESCRIPTION", "STATUS", "RRULE",
    "RDATE", "EXRULE", "EXDATE", "RECURRENCE-ID",
}  # fmt: skip
_EVENT = ["VCALENDAR", "VEVENT"]
_NAME = re.compile(r"[A-Za-z0-9-]+")
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, OverflowError, ArithmeticError)
_LONGEST_LINE = 20_000  # unfolded; a longer one holds a file
_DAY = dt.timedelta(days=1)

_TOO_LARGE = pgettext_lazy(
    "calendar file", "The file is larger than 500 KB. Export a shorter time."
)
_NO_TEXT = pgettext_lazy("calendar file", "This is not a text in UTF-8. Export the calendar again.")
_NO_CALENDAR = pgettext_lazy(
    "calendar file", "This is not a calendar file: it does not begin with BEGIN:VCALENDAR."
)
_DAMAGED = pgettext_lazy("calendar file", "The file is cut off or damaged. Export it again.")
_TOO_MANY = pgettext_lazy(
    "calendar file", "The file holds more than 500 events. Export a shorter time."
)
_EMPTY = pgettext_lazy("calendar file", "The file holds no events.")

_UNREADABLE = pgettext_lazy("calendar file", "It cannot be read.")
_NO_DAY = pgettext_lazy("calendar file", "It has no day that can be read.")
_NO_TITLE = pgettext_lazy("calendar file", "It has no title.")
_FAR = pgettext_lazy("calendar", "The year cannot be right.")
_LATER = pgettext_lazy("calendar", "It ends before it begins.")
_LONG = pgettext_lazy("calendar", "An event lasts at most two months.")
_NO_ZONE = pgettext_lazy("calendar file", "Its time zone is not known.")
_OVER = pgettext_lazy("calendar file", "It is over.")
_OFTEN = pgettext_lazy(
    "calendar file", "It takes place more than 60 times in a year. Plan what matters by hand."
)


@dataclass(slots=True)
class ReadCalendar:
    """What was found, what is left out and why, and the lines that were read: a page carries them
    until its reader has chosen."""

    found: list[Found] = field(default_factory=list)
    left_out: list[tuple[str, str | Promise]] = field(default_factory=list)
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """One entry, before its repetitions."""

    entry: Any  # of icalendar, whose values have no common type
    uid: str
    title: str
    begins: dt.date
    ends: dt.date

    @property
    def is_whole_day(self) -> bool:
        return not isinstance(self.begins, dt.datetime)


def read_calendar(data: bytes, zone: str) -> ReadCalendar:
    """Read a file for somebody whose clock is that of ``zone``. Raises ``Invalid`` when it is no
    calendar that can be read whole."""
    blocks = _blocks(_decoded(data))
    if not blocks:
        raise Invalid(_EMPTY, "file")
    read = ReadCalendar(text=_written(blocks))
    found: dict[str, Found] = {}
    for said, rules in _parsed(blocks, read):
        try:
            for each in _times(said, rules, zone):
                found.setdefault(each.source, each)
        except Invalid as problem:
            read.left_out.append((said.title, problem.message))
        except _BROKEN:
            read.left_out.append((said.title, _UNREADABLE))
    read.found = sorted(found.values(), key=lambda each: (each.when.first_day, each.title))
    return read


def _decoded(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise Invalid(_TOO_LARGE, "file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid(_NO_TEXT, "file") from None
    if "\0" in text:
        raise Invalid(_NO_TEXT, "file")
    return text.lstrip()


def _blocks(text: str) -> list[list[str]]:
    """The lines of each event that are read, those of parts inside it left out."""
    lines = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "").split("\n")
    if lines[0].strip().upper() != "BEGIN:VCALENDAR":
        raise Invalid(_NO_CALENDAR, "file")
    inside: list[str] = []
    blocks: list[list[str]] = []
    for line in lines:
        is_event = inside == _EVENT
        if _moves(inside, line):
            if not is_event and inside == _EVENT and line[:1] in "Bb":
                blocks.append([])
        elif is_event and _is_read(line):
            blocks[-1].append(line.rstrip("\r"))
    if inside:
        raise Invalid(_DAMAGED, "file")
    if len(blocks) > MOST_ENTRIES:
        raise Invalid(_TOO_MANY, "file")
    return blocks


def _moves(inside: list[str], line: str) -> bool:
    """Whether the line begins or ends a part of the file; ``inside`` is where it stands."""
    name, _, value = line.partition(":")
    name, value = name.upper(), value.strip().upper()
    if name == "BEGIN":
        inside.append(value)
    elif name == "END" and (not inside or inside.pop() != value):
        raise Invalid(_DAMAGED, "file")
    return name in {"BEGIN", "END"}


def _is_read(line: str) -> bool:
    named = _NAME.match(line)
    return named is not None and named[0].upper() in _READ and len(line) <= _LONGEST_LINE


def _written(blocks: list[list[str]]) -> str:
    parts = ["BEGIN:VCALENDAR"]
    for block in blocks:
        parts += ["BEGIN:VEVENT", *block, "END:VEVENT"]
    return "\n".join([*parts, "END:VCALENDAR", ""])


def _parsed(blocks: list[list[str]], read: ReadCalendar) -> Iterator[tuple[_Said, set[str]]]:
    """Each entry that has a name and a time, with the times of its series that others replace."""
    entries: list[_Said] = []
    for block in blocks:
        title = ""
        try:
            entry: Any = Entry.from_ical("\r\n".join(["BEGIN:VEVENT", *block, "END:VEVENT", ""]))
            title = clean_line(str(entry.get("SUMMARY", "")))[:MAX_TITLE].strip()
            entries.append(_said(entry, title))
        except Invalid as problem:
            read.left_out.append((title, problem.message))
        except (*_BROKEN, RecursionError):
            read.left_out.append((title, _NO_DAY if title else _UNREADABLE))
    replaced: dict[str, set[str]] = {}
    for said in entries:
        if "RECURRENCE-ID" in said.entry:
            replaced.setdefault(said.uid, set()).add(_stamp(said.entry["RECURRENCE-ID"].dt))
    for said in entries:
        yield said, replaced.get(said.uid, set())


def _said(entry: Any, title: str) -> _Said:
    if not title:
        raise Invalid(_NO_TITLE)
    for name in ("DTSTART", "DTEND"):
        if name in entry and "TZID" in entry[name].params and entry[name].dt.tzinfo is None:
            raise Invalid(_NO_ZONE)
    begins, ends = _span(entry.start, entry.end)
    uid = str(entry.get("UID", "")) or f"{title} {_stamp(begins)}"
    return _Said(entry, uid, title, begins, ends)


def _kind(moment: dt.date) -> str:
    """A day, a time without a zone, or a moment."""
    if not isinstance(moment, dt.datetime):
        return "day"
    return "time" if moment.tzinfo is None else "moment"


def _span(begins: dt.date, ends: dt.date) -> tuple[dt.date, dt.date]:
    """Both days or both moments, and not absurd."""
    if {begins.year, ends.year} - set(YEARS):
        raise Invalid(_FAR)
    if _kind(begins) != _kind(ends):
        raise Invalid(_NO_DAY)
    if ends < begins:
        raise Invalid(_LATER)
    if ends - begins > (LONGEST - 1) * _DAY:
        raise Invalid(_LONG)
    if ends == begins and isinstance(begins, dt.datetime):
        ends = begins + NO_END_GIVEN
    return begins, ends


def _times(said: _Said, replaced: set[str], zone: str) -> Iterator[Found]:
    """The event, or each of its times within the year ahead. What is over is left out."""
    entry = said.entry
    if "RECURRENCE-ID" in entry:
        yield _found(said, said.begins, f"{said.uid}|{_stamp(entry['RECURRENCE-ID'].dt)}", zone)
        return
    if {"RDATE", "EXRULE"} & set(entry.keys()) or isinstance(entry.get("RRULE"), list):
        raise Invalid(ODD_RULE)
    if "RRULE" not in entry:
        yield _found(said, said.begins, said.uid, zone)
        return
    found = []
    for begins in _repeated(said, replaced):
        found.append(_found(said, begins, f"{said.uid}|{_stamp(begins)}", zone))
        if len(found) > MOST_TIMES:
            raise Invalid(_OFTEN)
    if not found and not replaced:
        raise Invalid(_OVER)
    yield from found


def _repeated(said: _Said, replaced: set[str]) -> Iterator[dt.date]:
    start = said.begins
    rule = Rule(said.entry["RRULE"], start.date() if isinstance(start, dt.datetime) else start)
    excluded = said.entry.get("EXDATE", [])
    lists = excluded if isinstance(excluded, list) else [excluded]
    without = replaced | {_stamp(each.dt) for some in lists for each in some.dts}
    today = now().date()
    for day in rule.days(today - _DAY, today + REPEATS_AHEAD):
        begins = dt.datetime.combine(day, start.timetz()) if isinstance(start, dt.datetime) else day
        if rule.until is not None and _is_after(begins, rule.until):
            return
        is_over = _ended(said, begins)
        if _stamp(begins) not in without and not is_over:
            yield begins


def _is_after(begins: dt.date, until: dt.date) -> bool:
    """UNTIL may be a day, a moment, or a time without a zone, however the event is written."""
    if isinstance(begins, dt.datetime) and isinstance(until, dt.datetime):
        if (begins.tzinfo is None) == (until.tzinfo is None):
            return begins > until
        return begins.replace(tzinfo=None) > until.replace(tzinfo=None)
    return _date(begins) > _date(until)


def _found(said: _Said, begins: dt.date, source: str, zone: str) -> Found:
    entry = said.entry
    is_cancelled = str(entry.get("STATUS", "")).upper() == "CANCELLED"
    if _ended(said, begins):
        raise Invalid(_OVER)
    when = _when(said, begins, zone)
    where = clean_line(str(entry.get("LOCATION", "")))[:MAX_WHERE].strip()
    text = clean_text(strip_tags(str(entry.get("DESCRIPTION", "")))).strip()[:MAX_TEXT]
    told = "\n".join(
        [said.title, where, text, _stamp(begins), str(said.ends - said.begins), str(is_cancelled)]
    )
    return Found(_hash(source), _hash(told), said.title, when, where, text, is_cancelled)


def _when(said: _Said, begins: dt.date, zone: str) -> When:
    ends = begins + (said.ends - said.begins)
    if not isinstance(begins, dt.datetime) or not isinstance(ends, dt.datetime):
        return When(begins, max(begins, ends - _DAY), zone)
    first, last = (_local(each, zone) for each in (begins, ends))
    return When(first.date(), last.date(), zone, first.time(), last.time())


def _local(moment: dt.datetime, zone: str) -> dt.datetime:
    """By the reader's clock; a time without a zone is one of her own."""
    here = ZoneInfo(zone)
    if moment.tzinfo is None:  # and one that the clocks jump over is the moment after
        return moment.replace(tzinfo=here).astimezone(dt.UTC).astimezone(here)
    return moment.astimezone(here)


def _ended(said: _Said, begins: dt.date) -> bool:
    ends = begins + (said.ends - said.begins)
    return _date(ends) < now().date()


def _date(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _stamp(moment: Any) -> str:
    """The same moment alike, however it is written."""
    if isinstance(moment, dt.datetime) and moment.tzinfo is not None:
        return moment.astimezone(dt.UTC).strftime("%Y%m%dT%H%MZ")
    return str(moment.strftime("%Y%m%dT%H%M" if isinstance(moment, dt.datetime) else "%Y%m%d"))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
