"""Decisions about validations by month; small numbers of people stay hidden (row 56)."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from opentwinning.doors.desk.queries.statistics import hidden_if_small
from opentwinning.people.educators.queries import Month, sums_by_country, validation_months


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table. None is "fewer than five"; ``median_wait`` is in working days."""

    country: str
    first_day: dt.date
    validated: int | None
    asked: int | None
    refused: int | None
    median_wait: int | None


@dataclass(frozen=True, slots=True)
class ValidationFigures:
    """Every month of every country, and each country as a whole."""

    months: list[Line]
    countries: list[Line]


def validation_figures_of(countries: Collection[str]) -> ValidationFigures:
    """Decisions of the last twelve months in these countries."""
    months = validation_months(countries)
    return ValidationFigures(
        months=[_line(each) for each in months],
        countries=[_line(each) for each in sums_by_country(months)],
    )


def _line(month: Month) -> Line:
    return Line(
        country=month.country,
        first_day=month.first_day,
        validated=hidden_if_small(month.validated),
        asked=hidden_if_small(month.asked),
        refused=hidden_if_small(month.refused),
        median_wait=month.median_wait,
    )
