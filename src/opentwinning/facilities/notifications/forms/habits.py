"""How one wants one's mails."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm
from opentwinning.core.notices import mailed_areas, paced_kinds
from opentwinning.facilities.notifications.models import MailHabits
from opentwinning.facilities.notifications.vocabulary import (
    NIGHT_BEGINS,
    NIGHT_ENDS,
    PACES,
    MailPace,
)

HOURS = [(hour, f"{hour}:00") for hour in range(24)]
QUIET = (
    "quiet_nights", "quiet_from", "quiet_until", "quiet_weekends", "away_from", "away_until",
)  # fmt: skip


def area_field(area: str) -> str:
    """The name of the field that paces an area."""
    return f"area_{area}"


def kind_field(key: str) -> str:
    """The name of the field that paces one kind of an area otherwise."""
    return f"kind_{key.replace('.', '-')}"


def _hour(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=HOURS, coerce=int, required=False)


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )


class HabitsForm(OtForm):
    """One choice for each area that sends mails, other ones for single kinds, and quiet times."""

    quiet_nights = forms.BooleanField(
        label=pgettext_lazy("notices", "Quiet hours, every day"), required=False
    )
    quiet_from = _hour(pgettext_lazy("notices", "Quiet from"))
    quiet_until = _hour(pgettext_lazy("notices", "Quiet until"))
    quiet_weekends = forms.BooleanField(
        label=pgettext_lazy("notices", "Quiet weekends"),
        help_text=pgettext_lazy("notices", "No mails on Saturday and Sunday."),
        required=False,
    )
    away_from = _day(pgettext_lazy("notices", "First day away"))
    away_until = _day(pgettext_lazy("notices", "Last day away"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(pace.value, label) for pace, label in PACES.items()]
        as_area = [("", pgettext_lazy("notices", "As chosen above")), *choices]
        for area, label in mailed_areas():
            self.fields[area_field(area)] = forms.ChoiceField(label=str(label), choices=choices)
            for kind in paced_kinds(area):
                self.fields[kind_field(kind.key)] = forms.ChoiceField(
                    label=kind.sample(), choices=as_area, required=False
                )

    @property
    def areas(self) -> list[dict[str, Any]]:
        """For the page: each area's field, the fields of its kinds, and whether one differs."""
        return [
            {
                "field": self[area_field(area)],
                "kinds": [self[kind_field(kind.key)] for kind in paced_kinds(area)],
                "is_open": any(self[kind_field(k.key)].value() for k in paced_kinds(area)),
            }
            for area, _ in mailed_areas()
        ]

    @staticmethod
    def stored(habits: MailHabits) -> dict[str, Any]:
        """The habits as initial values."""
        values: dict[str, Any] = {name: getattr(habits, name) for name in QUIET}
        for area, _ in mailed_areas():
            values[area_field(area)] = habits.pace(area).value
            for kind in paced_kinds(area):
                values[kind_field(kind.key)] = habits.paces.get(kind.key, "")
        return values

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        first, last = values.get("away_from"), values.get("away_until")
        if "away_from" in values and "away_until" in values and bool(first) != bool(last):
            missing = "away_until" if first else "away_from"
            self.add_error(missing, pgettext_lazy("notices", "Give the first and the last day."))
        elif first and last and last < first:
            self.add_error(
                "away_until", pgettext_lazy("notices", "The last day is before the first.")
            )
        usual = {"quiet_from": NIGHT_BEGINS, "quiet_until": NIGHT_ENDS}
        values |= {name: hour for name, hour in usual.items() if values.get(name) == ""}
        if values.get("quiet_nights") and values.get("quiet_from") == values.get("quiet_until"):
            self.add_error(
                "quiet_until", pgettext_lazy("notices", "Choose another hour than the first one.")
            )
        return values

    def details(self) -> dict[str, Any]:
        """Keyword arguments of the action."""
        values = self.cleaned_data
        names = {area: area_field(area) for area, _ in mailed_areas()}
        names |= {k.key: kind_field(k.key) for area in list(names) for k in paced_kinds(area)}
        paces = {key: MailPace(values[name]) for key, name in names.items() if values[name]}
        return {"paces": paces, **{name: values[name] for name in QUIET}}
