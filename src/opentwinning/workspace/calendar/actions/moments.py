"""Days and clock times of a place as moments."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Invalid
from opentwinning.workspace.calendar.vocabulary import LONGEST, YEARS, When

DAY = dt.timedelta(days=1)
FAR = pgettext_lazy("calendar", "The year cannot be right.")
LATER = pgettext_lazy("calendar", "It ends before it begins.")
LONG = pgettext_lazy("calendar", "An event lasts at most two months.")
NO_END = pgettext_lazy("calendar", "When does it end? Leave both times empty for a whole day.")
SKIPPED = pgettext_lazy("calendar", "On this day the clocks jump over this time.")


def moments_of(when: When) -> tuple[dt.datetime, dt.datetime]:
    """When it begins and ends, in UTC. Raises ``Invalid``."""
    if {when.first_day.year, when.last_day.year} - set(YEARS):
        raise Invalid(FAR, "first_day")
    if when.last_day < when.first_day:
        raise Invalid(LATER, "last_day")
    if (when.last_day - when.first_day).days >= LONGEST:
        raise Invalid(LONG, "last_day")
    zone = ZoneInfo(when.zone)
    if when.begins is None and when.ends is None:
        midnights = (when.first_day, when.last_day + DAY)
        begins, ends = (dt.datetime.combine(day, dt.time(), zone) for day in midnights)
        return begins.astimezone(dt.UTC), ends.astimezone(dt.UTC)
    if when.begins is None or when.ends is None:
        raise Invalid(NO_END, "ends" if when.begins else "begins")
    first = _moment(when.first_day, when.begins, zone, "begins")
    last = _moment(when.last_day, when.ends, zone, "ends")
    if last <= first:
        raise Invalid(LATER, "ends")
    return first, last


def _moment(day: dt.date, at: dt.time, zone: ZoneInfo, field: str) -> dt.datetime:
    local = dt.datetime.combine(day, at.replace(second=0, microsecond=0))
    moment = local.replace(tzinfo=zone).astimezone(dt.UTC)
    if moment.astimezone(zone).replace(tzinfo=None, fold=0) != local:
        raise Invalid(SKIPPED, field)
    return moment
