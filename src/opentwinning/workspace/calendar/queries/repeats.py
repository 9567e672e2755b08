"""The days of an entry that repeats itself. Days are walked one by one up to a horizon: no rule of
a file can make this house count for longer, and a rule that is not understood is
refused, never guessed."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Invalid

_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"}
_ALLOWED = {
    "DAILY": {"BYDAY", "BYMONTH"},
    "WEEKLY": {"BYDAY", "BYMONTH"},
    "MONTHLY": {"BYDAY", "BYMONTHDAY", "BYMONTH"},
    "YEARLY": {"BYMONTH", "BYMONTHDAY"},
}
_DAY = dt.timedelta(days=1)
_WEEK = 7

ODD_RULE = pgettext_lazy(
    "calendar file", "It repeats in a way that cannot be read here. Plan its times one by one."
)


class Rule:
    """An RRULE of RFC 5545 as far as school calendars use it. Raises ``Invalid`` for the rest."""

    def __init__(self, said: Mapping[str, Any], start: dt.date) -> None:
        parts = {key.upper(): value for key, value in said.items()}
        self.start = start
        self.frequency = str(_one(parts, "FREQ", "")).upper()
        if self.frequency not in _ALLOWED or set(parts) - _KNOWN:
            raise Invalid(ODD_RULE)
        by = {key for key in parts if key.startswith("BY")}
        if by - _ALLOWED[self.frequency] or {"BYDAY", "BYMONTHDAY"} <= by:
            raise Invalid(ODD_RULE)
        self.interval = _whole(_one(parts, "INTERVAL", 1))
        count = _one(parts, "COUNT", None)
        self.count = None if count is None else _whole(count)
        self.until = _one(parts, "UNTIL", None)
        self.week_begins = _WEEKDAYS.get(str(_one(parts, "WKST", "MO")).upper(), 0)
        self.weekdays = [_weekday(str(each)) for each in parts.get("BYDAY", [])]
        if self.frequency != "MONTHLY" and any(nth for nth, _ in self.weekdays):
            raise Invalid(ODD_RULE)
        self.month_days = {_whole(each) for each in parts.get("BYMONTHDAY", [start.day])}
        default = [start.month] if self.frequency == "YEARLY" else []
        self.months = {_whole(each) for each in parts.get("BYMONTH", default)}

    def days(self, since: dt.date, horizon: dt.date) -> Iterator[dt.date]:
        """Its days from ``since`` up to the horizon, in their order; UNTIL is asked by the caller,
        who knows the clock."""
        day = self.start if self.count is not None else max(self.start, since)
        met = 0
        while day <= horizon and (self.count is None or met < self.count):
            if self._meets(day):
                met += 1
                if day >= since:
                    yield day
            day += _DAY

    def _meets(self, day: dt.date) -> bool:
        if self.months and day.month not in self.months:
            return False
        match self.frequency:
            case "DAILY":
                is_turn = (day - self.start).days % self.interval == 0
                return is_turn and (not self.weekdays or (0, day.weekday()) in self.weekdays)
            case "WEEKLY":
                apart = (self._week_of(day) - self._week_of(self.start)).days // _WEEK
                named = self.weekdays or [(0, self.start.weekday())]
                return apart % self.interval == 0 and (0, day.weekday()) in named
            case "MONTHLY":
                apart = (day.year - self.start.year) * 12 + day.month - self.start.month
                return apart % self.interval == 0 and self._is_day_of_month(day)
            case _:
                is_turn = (day.year - self.start.year) % self.interval == 0
                return is_turn and day.day in self.month_days

    def _week_of(self, day: dt.date) -> dt.date:
        return day - dt.timedelta(days=(day.weekday() - self.week_begins) % _WEEK)

    def _is_day_of_month(self, day: dt.date) -> bool:
        if not self.weekdays:
            return day.day in self.month_days
        after = (day.replace(day=28) + 4 * _DAY).replace(day=1) - day
        nth, last = (day.day - 1) // _WEEK + 1, -((after.days - 1) // _WEEK + 1)
        return any((n, day.weekday()) in self.weekdays for n in (0, nth, last))


def _one(parts: Mapping[str, Any], key: str, default: Any) -> Any:
    value = parts.get(key, default)
    if isinstance(value, (list, tuple)):
        return value[0] if value else default
    return value


def _whole(said: Any) -> int:
    """A number that counts from one; "the last day" and the like are not read."""
    if not isinstance(said, (int, str)) or not str(said).isdecimal() or len(str(said)) > 4:
        raise Invalid(ODD_RULE)
    if int(said) == 0:
        raise Invalid(ODD_RULE)
    return int(said)


def _weekday(said: str) -> tuple[int, int]:
    """“-1FR” is (-1, 4): the last Friday."""
    day, nth = said[-2:].upper(), said[:-2] or "0"
    if day not in _WEEKDAYS or nth.lstrip("+-") not in {"0", "1", "2", "3", "4", "5"}:
        raise Invalid(ODD_RULE)
    return int(nth), _WEEKDAYS[day]
