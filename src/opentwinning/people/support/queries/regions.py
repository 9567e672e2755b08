"""Regions of a country."""

from collections.abc import Collection

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.support.models import Region
from opentwinning.people.support.policies import may_edit_regions


def regions_of(country: str) -> list[Region]:
    """By name; none where the office has not named any."""
    return list(Region.objects.filter(country=country).order_by("name", "pk"))


def access_region(actor: Actor, number: int) -> Region:
    """A region for whoever may change it."""
    region = Region.objects.filter(pk=number).first()
    if region is None:
        raise Refused(hidden())
    deny_unless(may_edit_regions(actor, region.country))
    return region


def region_codes(country: str) -> list[str]:
    """Codes of the regions that the office has named."""
    return list(Region.objects.filter(country=country).values_list("code", flat=True))


def region_names(countries: Collection[str]) -> dict[tuple[str, str], str]:
    """Names by country and code. One query, none without countries."""
    if not countries:
        return {}
    rows = Region.objects.filter(country__in=countries).values_list("country", "code", "name")
    return {(country, code): name for country, code, name in rows}


def region_meant(said: str, codes: Collection[str], country: str) -> str | None:
    """The one of ``codes`` that a file means: "7", "at-7" and "AT7" are all "AT-7". None when it is
    none of them, or more than one."""
    if said in codes:
        return said
    wanted = _bare(said, country)
    fitting = [code for code in codes if _bare(code, country) == wanted]
    return fitting[0] if len(fitting) == 1 else None


def _bare(code: str, country: str) -> str:
    """Without its country and in capitals."""
    return code.upper().removeprefix(country).strip("-_. ")
