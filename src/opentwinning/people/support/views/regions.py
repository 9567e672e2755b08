"""The regions of a country, for its officers."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.people.support.actions import add_region, remove_region, rename_region
from opentwinning.people.support.forms.regions import RegionForm, RegionNameForm
from opentwinning.people.support.policies import may_edit_regions
from opentwinning.people.support.queries import (
    access_region,
    participating_countries,
    regions_of,
)


@open_to(Audience.OFFICERS)
def regions(request: HttpRequest, country: str) -> HttpResponse:
    """The list of one country; POST adds one."""
    actor = cast("ActorRequest", request).actor
    code = country.upper()
    deny_unless(may_edit_regions(actor, code))
    if code not in participating_countries():
        raise Refused(hidden())
    form = RegionForm(request.POST or None)
    if form.is_valid() and form.did(lambda: add_region(by=actor, country=code, **form.details())):
        messages.success(request, pgettext("region", "The region is added."))
        return go(request, "support:regions", code)
    return page(request, "support/regions.html", form=form, country=code, regions=regions_of(code))


@open_to(Audience.OFFICERS)
def edit_region(request: HttpRequest, number: int) -> HttpResponse:
    """Another name for it."""
    actor = cast("ActorRequest", request).actor
    region = access_region(actor, number)
    form = RegionNameForm(request.POST or None, initial={"name": region.name})
    if form.is_valid() and form.did(
        lambda: rename_region(by=actor, region=region, **form.details())
    ):
        messages.success(request, pgettext("region", "The region is saved."))
        return go(request, "support:regions", region.country)
    return page(request, "support/edit_region.html", form=form, region=region)


@open_to(Audience.OFFICERS, methods=("POST",))
def delete_region(request: HttpRequest, number: int) -> HttpResponse:
    """Take one off the list."""
    actor = cast("ActorRequest", request).actor
    region = access_region(actor, number)
    attempt(
        request,
        lambda: remove_region(by=actor, region=region),
        pgettext("region", "The region is deleted."),
    )
    return go(request, "support:regions", region.country)
