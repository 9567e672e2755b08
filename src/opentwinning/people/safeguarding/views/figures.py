"""How many reports there were, what became of them, how many objections were right."""

from typing import cast

from django.http import HttpRequest, HttpResponse

from opentwinning.core.actor import Role
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.people.safeguarding.queries import figures_of, years
from opentwinning.people.safeguarding.views.reports import frame_of


@open_to(Audience.EVERYBODY, methods=("GET",))
def figures(request: HttpRequest) -> HttpResponse:
    """For everybody; officers read the line of their own country whole."""
    actor = cast("ActorRequest", request).actor
    known = years()
    wished = request.GET.get("year", "")
    year = int(wished) if wished.isascii() and wished.isdigit() else known[0]
    year = year if year in known else known[0]
    is_officer = actor.is_a(Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER)
    return page(
        request,
        "safeguarding/figures.html",
        frame="core/desk.html" if is_officer else frame_of(actor),
        is_officer=is_officer,
        year=year,
        years=known,
        figures=figures_of(year, actor),
    )
