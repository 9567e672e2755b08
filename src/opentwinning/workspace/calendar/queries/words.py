"""When an event is, in the zone and the language of the reader, and by the clocks of partners."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils import timezone

from opentwinning.core.components.formats import (
    clock_time,
    country_name,
    day_in_words,
    elsewhere_in_words,
    moment_in_words,
)
from opentwinning.workspace.calendar.models import Event

_MOMENT = dt.timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """By the clock of some partners: “11:00–12:00”, “Finland, Romania”."""

    time: str
    countries: str


def days_of(event: Event) -> tuple[dt.date, dt.date]:
    """The first and the last day on which the reader has it in her calendar."""
    if event.is_whole_day:
        return event.first_day, event.last_day
    first = timezone.localtime(event.begins_at).date()
    return first, timezone.localtime(event.ends_at - _MOMENT).date()


def span_in_words(event: Event) -> str:
    """“Tue 3 March, 10:00–11:00”, or the days."""
    if event.is_whole_day:
        first, last = day_in_words(event.first_day), day_in_words(event.last_day)
        return first if event.first_day == event.last_day else f"{first} – {last}"
    return times_in_words(event.begins_at, event.ends_at)


def times_in_words(begins_at: dt.datetime, ends_at: dt.datetime) -> str:
    """“Tue 3 March, 10:00–11:00” by the reader's clock."""
    begins, ends = timezone.localtime(begins_at), timezone.localtime(ends_at)
    if begins.date() == ends.date():
        return f"{moment_in_words(begins)}–{clock_time(ends)}"
    return f"{moment_in_words(begins)} – {moment_in_words(ends)}"


def time_in_words(event: Event, day: dt.date) -> str:
    """What stands before its title on one day: “10:00”, or nothing on a whole or a later day."""
    begins = timezone.localtime(event.begins_at)
    return "" if event.is_whole_day or begins.date() != day else clock_time(begins)


def elsewhere(event: Event, zones: Mapping[str, str]) -> list[Elsewhere]:
    """The time at partners whose clock shows another one at that moment, summer time included."""
    return [] if event.is_whole_day else times_elsewhere(event.begins_at, event.ends_at, zones)


def times_elsewhere(
    begins_at: dt.datetime, ends_at: dt.datetime, zones: Mapping[str, str]
) -> list[Elsewhere]:
    """The same of two moments."""
    here = timezone.localtime(begins_at)
    found: dict[str, list[str]] = {}
    for country, zone in zones.items():
        there = begins_at.astimezone(ZoneInfo(zone))
        if there.utcoffset() != here.utcoffset():
            begins = elsewhere_in_words(begins_at, zone)
            ends = clock_time(ends_at.astimezone(ZoneInfo(zone)))
            found.setdefault(f"{begins}–{ends}", []).append(country_name(country))
    return [Elsewhere(time, ", ".join(sorted(names))) for time, names in sorted(found.items())]
