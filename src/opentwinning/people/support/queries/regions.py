"""Regions of a country."""

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
