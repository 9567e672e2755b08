"""Holidays by country, region and school year."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import reduce
from operator import or_

from django.db.models import Q

from opentwinning.core.actor import Actor
from opentwinning.core.components.formats import day_in_words
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.support.models import Holiday
from opentwinning.people.support.policies import may_keep_holidays
from opentwinning.people.support.queries.holiday_file import FoundHoliday
from opentwinning.people.support.vocabulary import HolidayKind

type Place = tuple[str, str]  # country, and code of the region or ""
type Days = tuple[dt.date, dt.date]  # first and last, both count


def access_holiday(actor: Actor, number: int) -> Holiday:
    """A holiday that the actor may change; of another country's one reads only elsewhere."""
    holiday = Holiday.objects.filter(pk=number).first()
    if holiday is None:
        raise Refused(hidden())
    deny_unless(may_keep_holidays(actor, holiday.country))
    return holiday


def holidays_of(country: str, first: dt.date, last: dt.date) -> list[Holiday]:
    """Every holiday of a country that touches these days, with those of its regions."""
    rows = Holiday.objects.filter(country=country, first_day__lte=last, last_day__gte=first)
    return list(rows.order_by("first_day", "last_day", "region", "pk"))


def school_years_with_holidays(country: str, starts: tuple[int, int]) -> list[int]:
    """The calendar years in which school years with holidays begin; ``starts`` is the month and
    day of the boundary."""
    days = Holiday.objects.filter(country=country).values_list("first_day", flat=True).distinct()
    return sorted({day.year - ((day.month, day.day) < starts) for day in days})


def compared(
    found: Iterable[FoundHoliday], country: str
) -> tuple[list[FoundHoliday], list[FoundHoliday]]:
    """Which of the found holidays are new, and which got another name."""
    names = {key_of(each): each.name for each in Holiday.objects.filter(country=country)}
    rows = list(found)
    new = [each for each in rows if key_of(each) not in names]
    return new, [each for each in rows if names.get(key_of(each), each.name) != each.name]


def key_of(each: Holiday | FoundHoliday) -> tuple[object, ...]:
    """What makes two rows the same holiday; its name may be corrected."""
    return each.region, str(each.kind), each.first_day, each.last_day


def span_of(each: Holiday | FoundHoliday) -> str:
    """“15 February – 19 February”, or the one day."""
    first, last = (day_in_words(day, weekday=False) for day in (each.first_day, each.last_day))
    return first if each.first_day == each.last_day else f"{first} – {last}"


def holidays_at(place: Place, first: dt.date, last: dt.date) -> list[Holiday]:
    """The holidays of one place: those of the whole country and those of its region."""
    country, region = place
    return [each for each in holidays_of(country, first, last) if each.region in {"", region}]


def free_days_at(
    places: Collection[Place], first: dt.date, last: dt.date
) -> Mapping[Place, list[Days]]:
    """The days without lessons at each of several places. One query, whatever their number."""
    found: defaultdict[Place, list[Days]] = defaultdict(list)
    for each in holidays_among(places, first, last):
        for place in places:
            if place[0] == each.country and each.region in {"", place[1]}:
                found[place].append((each.first_day, each.last_day))
    return found


def holidays_among(places: Collection[Place], first: dt.date, last: dt.date) -> list[Holiday]:
    """The holidays of several places: those of their countries and of their regions, in order. One
    query, whatever their number."""
    if not places:
        return []
    wanted = reduce(
        or_, (Q(country=country, region__in=["", region]) for country, region in sorted(places))
    )
    rows = Holiday.objects.filter(wanted, first_day__lte=last, last_day__gte=first)
    return list(rows.order_by("first_day", "last_day", "country", "region", "pk"))


def public_holidays(
    countries: Collection[str], *, last: dt.date, first: dt.date = dt.date.min
) -> Mapping[str, set[dt.date]]:
    """The days on which offices of these countries do not work: public holidays of the whole
    country, not of one region, for the office serves all. One query."""
    found: defaultdict[str, set[dt.date]] = defaultdict(set)
    if not countries:
        return found
    rows = Holiday.objects.filter(
        country__in=countries, region="", kind=HolidayKind.PUBLIC,
        first_day__lte=last, last_day__gte=first,
    )  # fmt: skip
    for country, begins, ends in rows.values_list("country", "first_day", "last_day"):
        days = (ends - begins).days + 1
        found[country].update(begins + dt.timedelta(days=number) for number in range(days))
    return found
