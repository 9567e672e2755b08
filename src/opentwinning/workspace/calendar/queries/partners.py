"""Where the partners are: their clocks, and their days without lessons."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from opentwinning.core.prepared import prepared
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.queries import school_regions
from opentwinning.people.support.models import SupportOrganisation
from opentwinning.people.support.queries import holidays_among, region_names
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import ADULTS


@dataclass(frozen=True, slots=True)
class FreeDays:
    """Days without lessons at some partners of one country; ``region`` is a name or ""."""

    country: str
    region: str
    name: str
    kind: str
    first_day: dt.date
    last_day: dt.date


@prepared
def _zones(countries: list[str]) -> QuerySet[SupportOrganisation, tuple[str, str]]:
    rows = SupportOrganisation.objects.filter(country__in=countries).order_by("country")
    return rows.values_list("country", "time_zone")


def zones_of(countries: Collection[str]) -> Mapping[str, str]:
    """The zone by which each country is shown. One query."""
    return dict(_zones(sorted(countries)))


def holidays_between(space: Space, first: dt.date, last: dt.date) -> list[FreeDays]:
    """School and public holidays of all countries and regions where the teachers of the space
    work, in their order. Four queries, whatever the number of partners."""
    accounts = Member.objects.filter(space=space, left_at=None, capacity__in=ADULTS)
    educators = list(Educator.objects.filter(account__in=accounts.values("account")))
    regions = school_regions(educators)
    places = {(each.country, regions.get(each.pk, "")) for each in educators}
    rows = holidays_among(places, first, last)
    names = region_names({each.country for each in rows if each.region})
    return [
        FreeDays(
            country=each.country,
            region=names.get((each.country, each.region), each.region),
            name=each.name,
            kind=each.kind,
            first_day=each.first_day,
            last_day=each.last_day,
        )
        for each in rows
    ]
