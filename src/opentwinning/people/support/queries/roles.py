"""Which roles may join (A-05 to A-12, C-13)."""

import datetime as dt

from opentwinning.core.clock import today
from opentwinning.core.vocabulary import labels, professions
from opentwinning.people.support.models import RoleList


def role_list_of(country: str, day: dt.date | None = None) -> RoleList:
    """The list in force on a day (today), as it was written; an empty one where there is none."""
    day = day or today()
    known = RoleList.objects.filter(country=country, from_day__lte=day)
    return known.order_by("-from_day").first() or RoleList(country=country, from_day=day)


def joining_roles(country: str, day: dt.date | None = None) -> frozenset[str]:
    """Roles that may join in a country: its own list, else the programme's, else every role."""
    listed = role_list_of(country, day).roles or role_list_of("", day).roles
    return frozenset(listed) or frozenset(each.id for each in professions())


def role_names(roles: list[str] | frozenset[str]) -> list[str]:
    """Names for a reader, in the order of the forms."""
    return labels("professions", [each.id for each in professions() if each.id in roles])


def role_lists_written(country: str) -> list[RoleList]:
    """Every list that was written, the latest first, also those to come."""
    return list(RoleList.objects.filter(country=country).order_by("-from_day"))


def countries_with_role_lists() -> list[str]:
    """Countries that have ever written a list of their own."""
    rows = RoleList.objects.exclude(country="").order_by("country")
    return list(rows.values_list("country", flat=True).distinct())
