"""Holidays, one by one or from a file."""

import datetime as dt
from typing import Any, override

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.forms import LineField, OtForm
from opentwinning.people.support.models import Holiday
from opentwinning.people.support.queries import regions_of
from opentwinning.people.support.queries.holiday_file import FoundHoliday
from opentwinning.people.support.vocabulary import HOLIDAY_LABELS, MAX_HOLIDAY_FILE, HolidayKind

_SALT = "opentwinning.support.holidays"
_LOOKED_AT = dt.timedelta(hours=12)  # how long a checked file may wait


def _day(label: Any, **kwargs: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **kwargs)


class _PlacedForm(OtForm):
    """What kind of holiday, and where."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("holidays", "Kind"), choices=list(HOLIDAY_LABELS.items())
    )
    region = forms.ChoiceField(label=pgettext_lazy("holidays", "Region"), required=False)

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whole = ("", pgettext("holidays", "The whole country"))
        named = [(each.code, each.name) for each in regions_of(country)]
        self.fields["region"].choices = [whole, *named]  # type: ignore[attr-defined]
        if not named:
            self.fields["region"].widget = forms.HiddenInput()


class HolidayForm(_PlacedForm):
    """One holiday; without a last day it is a single day."""

    name = LineField(
        label=pgettext_lazy("holidays", "Name"),
        help_text=pgettext_lazy("holidays", "In the language of your country."),
        max_length=80,
    )
    first_day = _day(pgettext_lazy("holidays", "First day"))
    last_day = _day(pgettext_lazy("holidays", "Last day"), required=False)
    field_order = ("name", "kind", "first_day", "last_day", "region")

    @override
    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        values["last_day"] = values.get("last_day") or values.get("first_day")
        return values


class HolidayFileForm(_PlacedForm):
    """A file, and what counts where the file does not say it."""

    file = forms.FileField(
        label=pgettext_lazy("holidays", "File: CSV or ICS"),
        help_text=pgettext_lazy("holidays", "Nothing changes yet: you see first what is in it."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.ics,text/csv,text/calendar"}),
    )
    field_order = ("file", "kind", "region")

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MAX_HOLIDAY_FILE:
            raise ValidationError(pgettext("holidays", "The file is larger than 1 MB."))
        return file


class FoundForm(OtForm):
    """What was looked at, carried by the page itself until the officer agrees; signed, so that it
    is what this house has read."""

    found = forms.CharField(widget=forms.HiddenInput, label=pgettext_lazy("holidays", "Holidays"))

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.country = country

    def clean_found(self) -> list[FoundHoliday]:
        try:
            rows = signing.loads(
                self.cleaned_data["found"], salt=_SALT + self.country, max_age=_LOOKED_AT
            )
        except signing.BadSignature:
            raise ValidationError(
                pgettext("holidays", "Too much time has passed. Choose the file again.")
            ) from None
        day = dt.date.fromisoformat
        return [FoundHoliday(day(first), day(last), *rest) for first, last, *rest in rows]


def carried(found: list[FoundHoliday], country: str) -> str:
    """The rows as the hidden field of ``FoundForm`` takes them."""
    rows = [
        [str(row.first_day), str(row.last_day), row.region, str(row.kind), row.name]
        for row in found
    ]
    return signing.dumps(rows, salt=_SALT + country, compress=True)


def initial_of(holiday: Holiday) -> dict[str, Any]:
    """A kept holiday as the form shows it."""
    return {
        "name": holiday.name,
        "kind": HolidayKind(holiday.kind),
        "region": holiday.region,
        "first_day": holiday.first_day,
        "last_day": holiday.last_day,
    }
