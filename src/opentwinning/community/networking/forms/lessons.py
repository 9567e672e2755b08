"""A week of lessons and the days without them, in rows; an empty row means nothing."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast
from zoneinfo import available_timezones

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.dates import WEEKDAYS
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.community.networking.models import Timetable
from opentwinning.community.networking.vocabulary import (
    BACKWARDS,
    LAST_FIRST,
    MOST_CLOSED,
    MOST_SLOTS,
    SHOWN_TO,
    ShownTo,
)
from opentwinning.core.components.formats import clock_time, day_in_words
from opentwinning.core.forms import LineField, OtForm
from opentwinning.people.educators.models import Educator
from opentwinning.people.support.models import Region

MORE = 4  # empty rows at the end
SLOT = ("weekday", "begins", "ends", "label")
CLOSED = ("first_day", "last_day", "reason")
_HALF = pgettext_lazy("lessons", "Fill in the rest of this row, or empty it.")


type Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Line:
    """The fields of a row; ``words`` say a whole and right row at a glance, else ""."""

    fields: Sequence[BoundField]
    words: str


def _value(field: BoundField) -> Any:
    """What stands in a field, as the form will understand it; None where it does not."""
    try:
        return field.field.clean(field.value())
    except forms.ValidationError:
        return None


def _lesson_in_words(
    weekday: int | None, begins: dt.time | None, ends: dt.time | None, label: str
) -> str:
    if weekday is None or begins is None or ends is None:
        return ""
    hours = f"{WEEKDAYS[weekday]} {clock_time(begins)}–{clock_time(ends)}"
    return f"{hours} · {label}" if label else hours


def _days_in_words(first: dt.date | None, last: dt.date | None, reason: str) -> str:
    if first is None or last is None:
        return ""
    span = " – ".join(dict.fromkeys((day_in_words(first), day_in_words(last))))
    return f"{span} · {reason}" if reason else span


def region_choices(regions: Sequence[Region], of_school: str) -> Choices:
    """The regions of a country to choose from, the school's own first; none without a list.
    ``of_school``: the code of the region where her school lies, or ""."""
    if not regions:
        return ()
    here = next((each.name for each in regions if each.code == of_school), "")
    own = pgettext("lessons", "The region of my school: %(name)s") % {"name": here}
    none = pgettext("lessons", "Only holidays of the whole country")
    return [("", own if here else none), *((each.code, each.name) for each in regions)]


def zones() -> Iterator[tuple[str, str]]:
    """Time zones by name, without aliases of offsets."""
    for name in sorted(available_timezones()):
        if "/" in name and not name.startswith("Etc/"):
            yield name, name.replace("_", " ")


def _clock(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=["%H:%M", "%H:%M:%S", "%H.%M"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, input_formats=["%Y-%m-%d"], widget=widget)


class TimetableForm(OtForm):
    """``slots`` and ``closed`` count the rows it shows."""

    time_zone = forms.ChoiceField(
        label=pgettext_lazy("lessons", "Time zone of your school"), choices=zones
    )

    shown_to = forms.ChoiceField(
        label=pgettext_lazy("lessons", "Who may learn of lessons in common"),
        choices=list(SHOWN_TO.items()),
        initial=ShownTo.CONTACTS,
        widget=forms.RadioSelect,
    )
    region = forms.ChoiceField(
        label=pgettext_lazy("lessons", "Region"),
        help_text=pgettext_lazy("lessons", "Its holidays are left out by themselves."),
        required=False,
    )

    def __init__(
        self, *args: Any, slots: int, closed: int, regions: Choices = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if regions:
            self.fields["region"].choices = regions  # type: ignore[attr-defined]
        else:
            del self.fields["region"]
        self.slots, self.closed = min(slots, MOST_SLOTS), min(closed, MOST_CLOSED)
        for row in range(self.slots):
            self._add(row, "weekday", forms.TypedChoiceField(
                label=pgettext_lazy("lessons", "Day"), required=False, coerce=int,
                empty_value=None, choices=[("", "–"), *WEEKDAYS.items()],
            ))  # fmt: skip
            self._add(row, "begins", _clock(pgettext_lazy("lessons", "From")))
            self._add(row, "ends", _clock(pgettext_lazy("lessons", "To")))
            self._add(row, "label", LineField(
                label=pgettext_lazy("lessons", "Class"), max_length=40, required=False
            ))  # fmt: skip
        for row in range(self.closed):
            self._add(row, "first_day", _day(pgettext_lazy("lessons", "First day")))
            self._add(row, "last_day", _day(pgettext_lazy("lessons", "Last day")))
            self._add(row, "reason", LineField(
                label=pgettext_lazy("lessons", "Why"), max_length=40, required=False
            ))  # fmt: skip

    def _add(self, row: int, name: str, field: forms.Field) -> None:
        self.fields[f"{name}_{row}"] = field

    def slot_rows(self) -> list["Line"]:
        """The fields of each lesson."""
        return [self._line(SLOT, row, _lesson_in_words) for row in range(self.slots)]

    def closed_rows(self) -> list["Line"]:
        """The fields of each time without lessons."""
        return [self._line(CLOSED, row, _days_in_words) for row in range(self.closed)]

    def _line(self, names: tuple[str, ...], row: int, in_words: Callable[..., str]) -> "Line":
        fields = [self[f"{name}_{row}"] for name in names]
        is_wrong = any(field.errors for field in fields)
        return Line(fields, "" if is_wrong else in_words(*(_value(field) for field in fields)))

    def clean(self) -> dict[str, Any]:
        """Rows are filled or empty, and end after they begin."""
        cleaned = super().clean() or self.cleaned_data
        for row in range(self.slots):
            self._check(row, SLOT, "ends", BACKWARDS)
        for row in range(self.closed):
            self._check(row, CLOSED, "last_day", LAST_FIRST)
        return cleaned

    def _check(self, row: int, names: tuple[str, ...], end: str, backwards: Any) -> None:
        *needed, note = (f"{name}_{row}" for name in names)
        if any(name in self.errors for name in needed):
            return
        values: list[Any] = [self.cleaned_data.get(name) for name in needed]
        missing = [name for name, value in zip(needed, values, strict=True) if value is None]
        is_begun = len(missing) < len(needed) or bool(self.cleaned_data.get(note))
        if missing and is_begun:
            self.add_error(missing[0], str(_HALF))
        elif not missing:
            first, last = values[-2:]
            if last < first or (last == first and end == "ends"):
                self.add_error(f"{end}_{row}", str(backwards))

    def details(self) -> dict[str, Any]:
        """Rows that are filled."""
        return {
            "time_zone": self.cleaned_data["time_zone"],
            "region": self.cleaned_data.get("region", ""),
            "shown_to": ShownTo(self.cleaned_data["shown_to"]),
            "slots": self._filled(SLOT, self.slots),
            "closed": self._filled(CLOSED, self.closed),
        }

    def _filled(self, names: tuple[str, ...], rows: int) -> list[tuple[Any, ...]]:
        found = [tuple(self.cleaned_data[f"{n}_{row}"] for n in names) for row in range(rows)]
        return [values for values in found if values[0] is not None]


def sent_form(data: QueryDict, *, regions: Choices) -> TimetableForm:
    """The form as it was sent; asked for more rows, it comes back longer and is not checked."""
    slots, closed = (_rows(data, name) for name in ("slots", "closed"))
    if "more" in data:
        initial = cast("dict[str, Any]", data.dict())
        return TimetableForm(
            initial=initial, slots=slots + MORE, closed=closed + 1, regions=regions
        )
    return TimetableForm(data, slots=slots, closed=closed, regions=regions)


def _rows(data: QueryDict, name: str) -> int:
    said = data.get(name, "")
    return min(int(said), MOST_SLOTS) if said.isascii() and said.isdigit() and len(said) < 4 else 1


def kept_form(table: Timetable | None, *, zone: str, regions: Choices) -> TimetableForm:
    """The form with what is kept; without a timetable empty, in the zone given."""
    if table is None:
        return TimetableForm(initial={"time_zone": zone}, slots=MORE, closed=1, regions=regions)
    initial: dict[str, Any] = {
        "time_zone": table.time_zone, "region": table.region, "shown_to": table.shown_to,
    }  # fmt: skip
    slots = sorted(table.slots.all(), key=lambda slot: (slot.weekday, slot.begins))
    for row, slot in enumerate(slots):
        initial |= _initial(row, SLOT, (slot.weekday, slot.begins, slot.ends, slot.label))
    closed = sorted(table.closed_days.all(), key=lambda each: (each.first_day, each.last_day))
    for row, days in enumerate(closed):
        initial |= _initial(row, CLOSED, (days.first_day, days.last_day, days.label))
    return TimetableForm(
        initial=initial, slots=len(slots) + 2, closed=len(closed) + 1, regions=regions
    )


def _initial(
    row: int, names: tuple[str, ...], values: tuple[int | str | dt.date | dt.time, ...]
) -> dict[str, Any]:
    return {f"{name}_{row}": value for name, value in zip(names, values, strict=True)}


class TogetherForm(OtForm):
    """With whom lessons are compared: a form that only asks (GET)."""

    def __init__(self, people: Sequence[Educator], chosen: Sequence[Educator]) -> None:
        super().__init__(initial={"with": [each.ref for each in chosen]})
        self.fields["with"] = forms.MultipleChoiceField(
            label=pgettext_lazy("lessons", "Contacts with a timetable, five at most"),
            choices=[(each.ref, each.name) for each in people],
            widget=forms.CheckboxSelectMultiple,
        )

    @property
    def with_whom(self) -> BoundField:
        return self["with"]
