"""How validations go: decisions by month and waiting times (X-05, rows 55 and 56)."""

import csv
from collections.abc import Sequence
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.clock import today
from opentwinning.core.components.formats import country_name, month_in_words
from opentwinning.core.text import spreadsheet_cell
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.doors.desk.queries import Line, countries_of, validation_figures_of

_OUTCOMES = (
    pgettext_lazy("figures", "Validated"),
    pgettext_lazy("figures", "Asked"),
    pgettext_lazy("figures", "Refused"),
    pgettext_lazy("figures", "Half waited at most (working days)"),
)


def _chosen(request: HttpRequest) -> tuple[str, list[str]]:
    """The country asked for ("" is all of them), and the officer's own countries."""
    own = countries_of(cast("ActorRequest", request).actor)
    code = request.GET.get("country", "").upper()
    if code and code not in own:
        raise Refused(hidden())
    return code or (own[0] if len(own) == 1 else ""), own


@open_to(Audience.OFFICERS, methods=("GET",))
def validation_figures(request: HttpRequest) -> HttpResponse:
    """One country by month, or all the officer's countries side by side."""
    code, own = _chosen(request)
    figures = validation_figures_of([code] if code else own)
    first = pgettext("figures", "Month") if code else pgettext("figures", "Country")
    lines, name_of = (figures.months, _month) if code else (figures.countries, _country)
    return page(
        request,
        "desk/validation_figures.html",
        country=code,
        own=own,
        columns=[first, *_OUTCOMES],
        numbers=range(1, 1 + len(_OUTCOMES)),
        rows=[[name_of(line), *_cells(line)] for line in lines],
    )


@open_to(Audience.OFFICERS, methods=("GET",))
def validation_figures_csv(request: HttpRequest) -> HttpResponse:
    """Every month of every country, for a spreadsheet; no cell is a formula (C8)."""
    code, own = _chosen(request)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"validations-{code or 'all'}-{today():%Y-%m-%d}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.write("\ufeff")
    rows = csv.writer(answer)
    heads = [pgettext("figures", "Country"), pgettext("figures", "Month"), *_OUTCOMES]
    rows.writerow(_safe(heads))
    for line in validation_figures_of([code] if code else own).months:
        name_and_month = [country_name(line.country), f"{line.first_day:%Y-%m}"]
        rows.writerow(_safe([*name_and_month, *_cells(line)]))
    return answer


def _month(line: Line) -> str:
    return month_in_words(line.first_day)


def _country(line: Line) -> str:
    return country_name(line.country)


def _cells(line: Line) -> list[str]:
    few = pgettext("figures", "fewer than 5")
    counts = (line.validated, line.asked, line.refused)
    shown = [few if each is None else str(each) for each in counts]
    return [*shown, "–" if line.median_wait is None else str(line.median_wait)]


def _safe(cells: Sequence[object]) -> list[str]:
    return [spreadsheet_cell(str(cell)) for cell in cells]
