"""Figures of one country (page 104, rows 55 and 56)."""

import csv
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.clock import today
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.doors.desk.queries import countries_of, figures_of


def allowed(request: HttpRequest, country: str) -> tuple[str, list[str]]:
    """The country asked for (or the first) among the officer's own."""
    own = countries_of(cast("ActorRequest", request).actor)
    code = country.upper() or (own[0] if own else "")
    if code not in own:
        raise Refused(hidden())
    return code, own


@open_to(Audience.OFFICERS, methods=("GET",))
def statistics(request: HttpRequest, country: str = "") -> HttpResponse:
    """Small numbers of people are not shown."""
    code, own = allowed(request, country)
    return page(request, "desk/statistics.html", country=code, own=own, figures=figures_of(code))


@open_to(Audience.OFFICERS, methods=("GET",))
def statistics_csv(request: HttpRequest, country: str) -> HttpResponse:
    """The same as a table for a spreadsheet; labels are ours, so no cell can be a formula (C8)."""
    code, _ = allowed(request, country)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"figures-{code}-{today():%Y-%m-%d}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.write("\ufeff")
    rows = csv.writer(answer)
    rows.writerow([pgettext("figures", "Figure"), pgettext("figures", "Number")])
    few = pgettext("figures", "fewer than 5")
    for figure in figures_of(code):
        rows.writerow([str(figure.label), few if figure.number is None else figure.number])
    return answer
