"""The holidays of a country, for its officers and the centre."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import npgettext, pgettext

from opentwinning.core.actor import Actor
from opentwinning.core.clock import today
from opentwinning.core.verdicts import Invalid, Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.support import actions
from opentwinning.people.support.forms.holidays import (
    FoundForm,
    HolidayFileForm,
    HolidayForm,
    carried,
    initial_of,
)
from opentwinning.people.support.models import Holiday, SupportOrganisation
from opentwinning.people.support.queries import (
    access_holiday,
    access_office,
    first_day_of_school_year,
    holidays_of,
    region_codes,
    regions_of,
    school_years_with_holidays,
)
from opentwinning.people.support.queries.holiday_file import (
    Asked,
    FoundHoliday,
    HolidayFile,
    read_holidays,
)
from opentwinning.people.support.queries.holidays import compared, span_of
from opentwinning.people.support.vocabulary import HOLIDAY_LABELS, HOLIDAY_YEARS, HolidayKind

SHOWN = 60  # rows of a file on the page
PROBLEMS = 20


@open_to(Audience.OFFICERS)
def holidays(request: HttpRequest, country: str) -> HttpResponse:
    """The holidays of one school year; POST writes one down."""
    actor = cast("ActorRequest", request).actor
    code = _office(actor, country).country
    form = HolidayForm(request.POST or None, country=code)
    if form.is_valid() and form.did(
        lambda: actions.save_holiday(by=actor, country=code, **form.details())
    ):
        messages.success(request, pgettext("holidays", "The holiday is saved."))
        return go(request, "support:holidays", code)
    first = first_day_of_school_year(_year(request))
    last = first_day_of_school_year(first.year + 1) - dt.timedelta(days=1)
    return page(
        request, "support/holidays.html", form=form, country=code,
        rows=_rows(holidays_of(code, first, last), code),
        year=first.year,
        years=[(y, f"{y}/{(y + 1) % 100:02d}") for y in _years(code, first)],
    )  # fmt: skip


@open_to(Audience.OFFICERS)
def edit_holiday(request: HttpRequest, number: int) -> HttpResponse:
    """Change one."""
    actor = cast("ActorRequest", request).actor
    holiday = access_holiday(actor, number)
    code = holiday.country
    form = HolidayForm(request.POST or None, initial=initial_of(holiday), country=code)
    if form.is_valid() and form.did(
        lambda: actions.save_holiday(by=actor, country=code, holiday=holiday, **form.details())
    ):
        messages.success(request, pgettext("holidays", "The holiday is saved."))
        return go(request, "support:holidays", code)
    return page(request, "support/edit_holiday.html", form=form, holiday=holiday)


@open_to(Audience.OFFICERS, methods=("POST",))
def delete_holiday(request: HttpRequest, number: int) -> HttpResponse:
    """Remove one."""
    actor = cast("ActorRequest", request).actor
    holiday = access_holiday(actor, number)
    actions.delete_holiday(by=actor, holiday=holiday)
    messages.success(request, pgettext("holidays", "The holiday is deleted."))
    return go(request, "support:holidays", holiday.country)


@open_to(Audience.OFFICERS)
def import_holidays(request: HttpRequest, country: str) -> HttpResponse:
    """Look into a file, and take over what was looked at."""
    actor = cast("ActorRequest", request).actor
    office = _office(actor, country)
    if "found" in request.POST:
        return _take_over(request, actor, office)
    form = HolidayFileForm(request.POST or None, request.FILES or None, country=office.country)
    read = form.carry_out(lambda: _read(form, office)) if form.is_valid() else None
    report = _report(read, office.country) if read else {}
    return page(
        request, "support/import_holidays.html", form=form, country=office.country, **report
    )


def _take_over(request: HttpRequest, actor: Actor, office: SupportOrganisation) -> HttpResponse:
    code = office.country
    form = FoundForm(request.POST, country=code)
    if form.is_valid() and (done := form.carry_out(lambda: _imported(form, actor, code))):
        new = npgettext(
            "holidays", "%(count)s holiday is new.", "%(count)s holidays are new.", done[0]
        )
        messages.success(request, new % {"count": done[0]})
        return go(request, "support:holidays", code)
    again = HolidayFileForm(country=code)
    return page(
        request, "support/import_holidays.html", form=again, country=code,
        refused=form.errors.get("found") or form.non_field_errors(), status=422,
    )  # fmt: skip


def _imported(form: FoundForm, actor: Actor, country: str) -> tuple[int, int]:
    found = form.cleaned_data["found"]
    return actions.import_holidays(by=actor, country=country, found=found)


def _read(form: HolidayFileForm, office: SupportOrganisation) -> HolidayFile:
    said = form.cleaned_data
    codes = tuple(region_codes(office.country))
    asked = Asked(office.country, office.language, said["kind"], said["region"], codes)
    read = read_holidays(said["file"].read(), asked)
    if not (read.found or read.problems):
        raise Invalid(pgettext("holidays", "The file has no holidays of this country."), "file")
    return read


def _report(read: HolidayFile, country: str) -> dict[str, Any]:
    new, renamed = compared(read.found, country)
    changing = [*new, *renamed]
    return {
        "read": read, "new": len(new), "renamed": len(renamed),
        "known": len(read.found) - len(changing),
        "carried": carried(read.found, country) if changing else "",
        "rows": _rows(changing[:SHOWN], country),
        "unseen": max(0, len(changing) - SHOWN),
        "problems": read.problems[:PROBLEMS], "more_problems": len(read.problems[PROBLEMS:]),
    }  # fmt: skip


def _rows(
    found: Sequence[Holiday | FoundHoliday], country: str
) -> list[tuple[Holiday | FoundHoliday, str, object, str]]:
    """Each with its days, its kind and the name of its region."""
    names = {region.code: region.name for region in regions_of(country)}
    return [
        (each, span_of(each), HOLIDAY_LABELS[HolidayKind(each.kind)], names.get(each.region, ""))
        for each in found
    ]


def _office(actor: Actor, country: str) -> SupportOrganisation:
    office = access_office(actor, country, to="edit")
    if office is None:
        raise Refused(hidden())
    return office


def _years(country: str, first: dt.date) -> list[int]:
    boundary = (first.month, first.day)
    return sorted({*school_years_with_holidays(country, boundary), first.year})


def _year(request: HttpRequest) -> int:
    said = request.GET.get("year", "")
    if len(said) == 4 and said.isascii() and said.isdigit() and int(said) in HOLIDAY_YEARS:
        return int(said)
    today_ = today()
    return today_.year - (today_ < first_day_of_school_year(today_.year))
