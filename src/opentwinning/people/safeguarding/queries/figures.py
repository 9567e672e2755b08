"""Yearly figures of cases and objections, for everybody: small numbers stay hidden."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median_low

from opentwinning.core.actor import Actor
from opentwinning.core.clock import today
from opentwinning.people.safeguarding.models import Case, Statement
from opentwinning.people.safeguarding.vocabulary import (
    MEASURE_LABELS,
    REASON_LABELS,
    REPORTABLES,
    SHOWN_FROM,
    Measure,
)
from opentwinning.people.support.queries import is_in_charge, participating_countries


@dataclass(frozen=True, slots=True)
class Line:
    """One country of the table; None is a number that is not shown."""

    country: str  # "" for cases without one: the centre's
    cases: int | None
    decided: int | None
    median_days: int | None  # from the first report to the decision
    objections: int | None
    upheld: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """How many cases have one property."""

    label: object
    number: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """A calendar year."""

    total: Line
    countries: list[Line]
    outcomes: list[Part]
    kinds: list[Part]
    rules: list[Part]


def years() -> list[int]:
    """From the first report to now, newest first."""
    first = Case.objects.order_by("opened_at").values_list("opened_at", flat=True).first()
    return list(range(today().year, (first.year if first else today().year) - 1, -1))


def figures_of(year: int, actor: Actor) -> Figures:
    """Cases opened and objections made in a year: two queries, and only countries that had one. An
    officer reads the lines of her own countries whole."""
    cases = list(Case.objects.filter(opened_at__year=year))
    objections = list(
        Statement.objects.filter(appealed_at__year=year).values_list("country", "is_upheld")
    )
    codes = [*participating_countries(), ""]
    whole = [_line(code, cases, objections) for code in codes]
    shown = _guarded_lines(whole)
    decided = [each for each in cases if each.measure]
    return Figures(
        total=_total(cases, objections),
        countries=[
            exact if is_in_charge(actor, exact.country) else kept
            for exact, kept in zip(whole, shown, strict=True)
            if exact.cases or exact.objections
        ],
        outcomes=_parts(
            [(MEASURE_LABELS[each], each) for each in Measure if each != Measure.HIDE_FOR_NOW],
            (each.measure for each in decided),
        ),
        kinds=_parts(
            [(each.label, each.kind) for each in REPORTABLES], (each.kind for each in cases)
        ),
        rules=_parts(
            [(label, key) for key, label in REASON_LABELS.items()], (each.rule for each in decided)
        ),
    )


def guarded(parts: list[int]) -> list[int | None]:
    """Parts of a known sum without the small ones. One alone could be reckoned from the sum, so the
    next one goes with it."""
    small = {n for n, part in enumerate(parts) if 0 < part < SHOWN_FROM}
    others = sorted((part, n) for n, part in enumerate(parts) if part and n not in small)
    if len(small) == 1 and others:
        small.add(others[0][1])
    return [None if n in small else part for n, part in enumerate(parts)]


def _line(country: str, cases: list[Case], objections: list[tuple[str, bool | None]]) -> Line:
    mine = [each for each in cases if each.country == country]
    answers = [is_upheld for code, is_upheld in objections if code == country]
    return Line(
        country=country,
        cases=len(mine),
        decided=sum(1 for each in mine if each.decided_at is not None),
        median_days=_median(mine),
        objections=len(answers),
        upheld=answers.count(True),
    )


def _median(cases: Iterable[Case]) -> int | None:
    """Of fewer than five a middle says nothing."""
    days = [
        -((each.opened_at - each.decided_at) // dt.timedelta(days=1))
        for each in cases
        if each.decided_at is not None
    ]
    return median_low(days) if len(days) >= SHOWN_FROM else None


def _guarded_lines(whole: list[Line]) -> list[Line]:
    cases = guarded([each.cases or 0 for each in whole])
    decided = guarded([each.decided or 0 for each in whole])
    objections = guarded([each.objections or 0 for each in whole])
    upheld = guarded([each.upheld or 0 for each in whole])
    return [
        Line(each.country, cases[n], decided[n], each.median_days, objections[n], upheld[n])
        for n, each in enumerate(whole)
    ]


def _total(cases: list[Case], objections: list[tuple[str, bool | None]]) -> Line:
    decided = sum(1 for each in cases if each.decided_at is not None)
    upheld = sum(1 for _, is_upheld in objections if is_upheld)
    sums = [len(cases), decided, len(objections), upheld]
    shown = [None if 0 < each < SHOWN_FROM else each for each in sums]
    return Line("", shown[0], shown[1], _median(cases), shown[2], shown[3])


def _parts(labels: list[tuple[object, str]], values: Iterable[str]) -> list[Part]:
    counted = Counter(values)
    numbers = guarded([counted[key] for _, key in labels])
    parts = zip(labels, numbers, strict=True)
    return [Part(label, number) for (label, _), number in parts if number != 0]
