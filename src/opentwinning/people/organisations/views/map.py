"""The map of schools that take part, for everybody."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.web import Audience, open_to, page
from opentwinning.people.organisations.forms import MapForm
from opentwinning.people.organisations.queries import (
    EUROPE,
    MapWish,
    countries_on_map,
    country_map,
    schools_on_map,
    step_of,
    towns_on_map,
)
from opentwinning.people.organisations.views.drawn import (
    drawing_of_countries,
    drawing_of_country,
    frame_of,
)
from opentwinning.people.organisations.vocabulary import SCHOOLS_LISTED, TOWNS_LISTED


@open_to(Audience.EVERYBODY, methods=("GET",))
def schools(request: HttpRequest) -> HttpResponse:
    """Countries, then one country by cells and towns, then its schools (pages 10 and 12)."""
    form = MapForm(request.GET)
    wish = form.wish()
    if wish is None:
        counts = countries_on_map()
        return page(
            request,
            "organisations/schools.html",
            filters=form,
            countries=counts,
            total=sum(each.count for each in counts),
            drawing=drawing_of_countries(counts) if counts else None,
        )
    box = frame_of(wish.country)
    found = country_map(wish, step_of(box or EUROPE))
    listed, count = schools_on_map(wish) if wish.lists_schools else ([], 0)
    towns = [] if wish.lists_schools else towns_on_map(wish)
    return page(
        request,
        "organisations/schools.html",
        filters=form,
        wish=wish,
        base=urlencode({"country": wish.country, "q": wish.q, "kind": wish.kind}),
        drawing=drawing_of_country(found, box),
        total=found.total,
        lost=found.lost,
        schools=listed,
        count=count,
        has_more=count > SCHOOLS_LISTED,
        towns=towns[:TOWNS_LISTED],
        has_more_towns=len(towns) > TOWNS_LISTED,
        title_of_list=_title(wish),
        chosen=request.GET.get("cell", ""),
    )


def _title(wish: MapWish) -> str:
    """What the list holds."""
    if wish.is_lost:
        return pgettext("school map", "Schools without a place")
    if wish.town:
        return wish.town
    if wish.lists_schools:
        return pgettext("school map", "Schools")
    return pgettext("school map", "Towns")
