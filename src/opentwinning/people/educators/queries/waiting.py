"""How long validations really take, counted from decisions of the office."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from statistics import median_low

from django.db.models import F, QuerySet
from django.utils import timezone

from opentwinning.core.clock import now, today, working_days
from opentwinning.people.educators.models import ValidationStep
from opentwinning.people.educators.vocabulary import DECISIONS, ENOUGH_CASES, ValidationState
from opentwinning.people.support.queries import public_holidays

RECENT = dt.timedelta(days=90)
MOST_CASES = 500  # the latest ones tell as much as all of them
MONTHS = 12


@dataclass(slots=True)
class Month:
    """Decisions of one country in one month (or in several, for a sum)."""

    country: str
    first_day: dt.date
    outcomes: Counter[str] = field(default_factory=Counter)
    waits: list[int] = field(default_factory=list)  # working days

    @property
    def validated(self) -> int:
        return self.outcomes[ValidationState.VALIDATED]

    @property
    def asked(self) -> int:
        return self.outcomes[ValidationState.ASKED]

    @property
    def refused(self) -> int:
        return self.outcomes[ValidationState.REFUSED]

    @property
    def median_wait(self) -> int | None:
        """Working days until the office answered; None when too few waited."""
        return median_wait(self.waits)


def median_wait(waits: list[int]) -> int | None:
    """The middle of waiting times, or None when they are too few to tell."""
    return median_low(waits) if len(waits) >= ENOUGH_CASES else None


def recent_wait(country: str) -> int | None:
    """Working days that half of the requests of the last 90 days waited at most (X-04)."""
    rows = _decided(now() - RECENT).filter(educator__country=country, waited_since__isnull=False)
    latest = rows.order_by("-at").values_list("waited_since", "at")[:MOST_CASES]
    off = public_holidays([country], last=today())[country]
    return median_wait([_days(since, at, off) for since, at in latest if since])


def validation_months(countries: Collection[str]) -> list[Month]:
    """Decisions by country and month, of twelve months with the running one; the latest first.
    Two queries."""
    off = public_holidays(countries, last=today())
    rows = _decided(_first_day()).filter(educator__country__in=countries)
    found: dict[tuple[str, dt.date], Month] = {}
    values = rows.values_list("educator__country", "state", "waited_since", "at")
    for country, state, since, at in values.iterator():
        first = timezone.localdate(at).replace(day=1)
        month = found.setdefault((country, first), Month(country, first))
        month.outcomes[state] += 1
        if since is not None:
            month.waits.append(_days(since, at, off.get(country, ())))
    return sorted(found.values(), key=lambda each: (-each.first_day.toordinal(), each.country))


def sums_by_country(months: Iterable[Month]) -> list[Month]:
    """All months of each country as one."""
    sums: dict[str, Month] = {}
    for each in months:
        whole = sums.setdefault(each.country, Month(each.country, each.first_day))
        whole.outcomes += each.outcomes
        whole.waits += each.waits
    return [sums[country] for country in sorted(sums)]


def _decided(since: dt.datetime) -> QuerySet[ValidationStep]:
    """By officers: what the house decides at once by the role has waited for nobody."""
    rows = ValidationStep.objects.filter(
        state__in=DECISIONS, at__gte=since, by_account_id__isnull=False
    )
    return rows.exclude(by_account_id=F("educator__account_id")).order_by()


def _days(since: dt.datetime, at: dt.datetime, off: Collection[dt.date]) -> int:
    return working_days(timezone.localdate(since), timezone.localdate(at), off)


def _first_day() -> dt.datetime:
    """Midnight of the first day of the earliest month that is counted."""
    day = today().replace(day=1)
    year, month = divmod(day.year * 12 + day.month - MONTHS, 12)
    start = dt.date(year, month + 1, 1)
    return timezone.make_aware(dt.datetime.combine(start, dt.time()))
