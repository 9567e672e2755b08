"""Offices name the regions of their country."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.support.events import RegionRenamed
from opentwinning.people.support.models import Holiday, Region
from opentwinning.people.support.policies import may_edit_regions
from opentwinning.people.support.queries import living_mandates, region_codes, region_meant

_CODE_KNOWN = pgettext_lazy("region", "Another region has this code.")
_HAS_HOLIDAYS = pgettext_lazy("region", "This region has holidays. Delete them first.")
_HAS_OFFICER = pgettext_lazy("region", "An officer answers for this region. End the mandate first.")
_NAME_KNOWN = pgettext_lazy("region", "Another region has this name.")


@action
def add_region(*, by: Actor, country: str, code: str, name: str) -> Region:
    """One more region; schools of the country choose from the list as soon as there is one."""
    deny_unless(may_edit_regions(by, country))
    others = Region.objects.filter(country=country)
    if region_meant(code, region_codes(country), country) is not None:
        raise Invalid(_CODE_KNOWN, "code")
    if others.filter(name=name).exists():
        raise Invalid(_NAME_KNOWN, "name")
    region = Region.objects.create(country=country, code=code, name=name)
    note(region, country=country, code=code, name=name)
    return region


@action
def rename_region(*, by: Actor, region: Region, name: str) -> Region:
    """Another name for the same region; its schools follow (``RegionRenamed``)."""
    region = Region.objects.select_for_update().get(pk=region.pk)
    deny_unless(may_edit_regions(by, region.country))
    if Region.objects.filter(country=region.country, name=name).exclude(pk=region.pk).exists():
        raise Invalid(_NAME_KNOWN, "name")
    before, region.name = region.name, name
    region.save(update_fields=["name"])
    note(region, before=before, after=name)
    if before != name:
        emit(RegionRenamed(country=region.country, before=before, after=name))
    return region


@action
def remove_region(*, by: Actor, region: Region) -> None:
    """Take it off the list. Schools keep the name that they have; holidays would belong nowhere, so
    they go first."""
    deny_unless(may_edit_regions(by, region.country))
    if Holiday.objects.filter(country=region.country, region=region.code).exists():
        raise Invalid(_HAS_HOLIDAYS)
    mandates = living_mandates().filter(country=region.country).exclude(regions="")
    if any(region.code in mandate.region_codes for mandate in mandates):
        raise Invalid(_HAS_OFFICER)
    note(region, country=region.country, code=region.code, name=region.name)
    Region.objects.filter(pk=region.pk).delete()
