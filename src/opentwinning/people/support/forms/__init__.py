"""Forms of offices, mandates, the programme, prepared replies and rules of validation."""

import datetime as dt
import zoneinfo
from collections.abc import Iterator
from typing import Any, override

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm, ProseField
from opentwinning.core.vocabulary import choices
from opentwinning.people.support.queries import participating_countries
from opentwinning.people.support.vocabulary import (
    DECISION_LABELS,
    LONGEST_KEPT,
    LONGEST_REGION,
    LONGEST_REMINDER,
    VALIDATION_MONTHS,
)


def zones() -> Iterator[tuple[str, str]]:
    """Time zones by name, without aliases of offsets."""
    for name in sorted(zoneinfo.available_timezones()):
        if "/" in name and not name.startswith(("Etc/", "posix/", "right/", "SystemV/")):
            yield name, name.replace("_", " ")


class OfficeForm(OtForm):
    """The public contact of one country and how it works (P-07)."""

    name = LineField(label=pgettext_lazy("support", "Name in your language"), max_length=160)
    name_en = LineField(label=pgettext_lazy("support", "Name in English"), max_length=160)
    language = forms.ChoiceField(
        label=pgettext_lazy("support", "Language of the office"), choices=choices("languages")
    )
    time_zone = forms.ChoiceField(label=pgettext_lazy("support", "Time zone"), choices=zones)
    email = forms.EmailField(label=pgettext_lazy("support", "E-mail address of the office"))
    phone = LineField(label=pgettext_lazy("support", "Phone"), max_length=40, required=False)
    hours = LineField(
        label=pgettext_lazy("support", "When you answer"), max_length=160, required=False
    )
    postal_address = ProseField(
        label=pgettext_lazy("support", "Postal address"), max_length=400, rows=4, required=False
    )
    website = forms.URLField(
        label=pgettext_lazy("support", "Web site"),
        required=False,
        assume_scheme="https",
        max_length=300,
    )
    social = ProseField(
        label=pgettext_lazy("support", "Other accounts"),
        help_text=pgettext_lazy("support", "One web address on each line."),
        max_length=1000,
        rows=3,
        required=False,
    )
    ambassadors = ProseField(
        label=pgettext_lazy("support", "Ambassadors and how to reach them"),
        help_text=pgettext_lazy("support", "Only people who agreed to stand here."),
        max_length=2000,
        required=False,
    )
    usual_days = forms.IntegerField(
        label=pgettext_lazy("support", "Usual working days until you decide"),
        help_text=pgettext_lazy("support", "Teachers read this number while they wait."),
        min_value=1,
        max_value=60,
    )


class CentralOfficeForm(OfficeForm):
    """The centre may also take an office out of the programme."""

    is_active = forms.BooleanField(
        label=pgettext_lazy("support", "This country takes part in the programme"), required=False
    )


class NewOfficeForm(OtForm):
    """Which country joins."""

    country = forms.ChoiceField(
        label=pgettext_lazy("support", "Country"), choices=choices("countries")
    )


class ProgrammeForm(OtForm):
    """Name and calendar of the programme (A-01, J-17)."""

    name = LineField(label=pgettext_lazy("support", "Name of the programme"), max_length=80)
    tagline = LineField(
        label=pgettext_lazy("support", "One sentence about it"), max_length=200, required=False
    )
    owner = LineField(label=pgettext_lazy("support", "Who runs it"), required=False)
    contact_email = forms.EmailField(
        label=pgettext_lazy("support", "E-mail address for questions"), required=False
    )
    school_year_starts_month = forms.TypedChoiceField(
        label=pgettext_lazy("support", "Month in which a school year starts"),
        choices=list(MONTHS.items()),
        coerce=int,
    )
    school_year_starts_day = forms.IntegerField(
        label=pgettext_lazy("support", "Day of that month"), min_value=1, max_value=28
    )


class AppointForm(OtForm):
    """Who becomes an officer, where and until when (B7)."""

    email = forms.EmailField(
        label=pgettext_lazy("support", "E-mail address of the account"),
        help_text=pgettext_lazy("support", "The person needs an account first."),
    )
    country = forms.ChoiceField(label=pgettext_lazy("support", "For which office"))
    regions = LineField(
        label=pgettext_lazy("support", "Only for regions"),
        help_text=pgettext_lazy(
            "support", "Codes of its list of regions. A regional officer answers first only."
        ),
        max_length=400,
        required=False,
    )
    until = forms.DateField(
        label=pgettext_lazy("support", "Last day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    reason = LineField(label=pgettext_lazy("support", "Reason"), max_length=300)

    def __init__(self, *args: Any, only_central: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        central = ("", pgettext_lazy("support", "The central office"))
        named = [] if only_central else list(choices("countries", only=participating_countries()))
        self.fields["country"].choices = [*named, central]  # type: ignore[attr-defined]
        self.fields["country"].required = False

    @override
    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("until"):  # until the end of that day
            end = dt.datetime.combine(values["until"], dt.time(23, 59, 59))
            values["until"] = timezone.make_aware(end)
        return values


class EndMandateForm(OtForm):
    """Why a mandate ends."""

    reason = LineField(label=pgettext_lazy("support", "Reason"), max_length=300)


class ReplyForm(OtForm):
    """A prepared reply of an office."""

    decision = forms.ChoiceField(
        label=pgettext_lazy("support", "When it is used"), choices=list(DECISION_LABELS.items())
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("support", "Language of the reply"),
        choices=[(code, name) for code, name in settings.LANGUAGES],
    )
    title = LineField(
        label=pgettext_lazy("support", "Short name"),
        help_text=pgettext_lazy("support", "Only officers see it."),
        max_length=80,
    )
    text = ProseField(label=pgettext_lazy("support", "Text of the reply"), max_length=2000)


class ValidationRulesForm(OtForm):
    """The steps of a validation and how long it holds (X-05, H1)."""

    asks_region = forms.BooleanField(
        label=pgettext_lazy("support", "A regional officer answers first"),
        help_text=pgettext_lazy(
            "support", "Only where the region of the school has one. Your office decides."
        ),
        required=False,
    )
    region_days = forms.IntegerField(
        label=pgettext_lazy("support", "Days the regional officer has to answer"),
        help_text=pgettext_lazy("support", "Afterwards the request goes on by itself."),
        min_value=1,
        max_value=LONGEST_REGION,
    )
    asks_school = forms.BooleanField(
        label=pgettext_lazy("support", "Ask the school whether the teacher works there"),
        help_text=pgettext_lazy(
            "support", "One mail with a link goes to the school. The head needs no account."
        ),
        required=False,
    )
    answer_days = forms.IntegerField(
        label=pgettext_lazy("support", "Days the school has to answer"), min_value=1, max_value=60
    )
    asks_paper = forms.BooleanField(
        label=pgettext_lazy("support", "Ask for a form with the stamp of the school"),
        help_text=pgettext_lazy(
            "support", "The teacher prints a form, has it stamped and sends a photo or PDF."
        ),
        required=False,
    )
    paper_days = forms.IntegerField(
        label=pgettext_lazy("support", "Days to send the stamped form"),
        min_value=7,
        max_value=90,
    )
    paper_kept_days = forms.IntegerField(
        label=pgettext_lazy("support", "Days we keep the form after the decision"),
        min_value=1,
        max_value=LONGEST_KEPT,
    )
    needs_code = forms.BooleanField(
        label=pgettext_lazy("support", "A new school needs its number in the national register"),
        help_text=pgettext_lazy("support", "The first teacher of a school writes it down."),
        required=False,
    )
    months = forms.IntegerField(
        label=pgettext_lazy("support", "Months a validation holds"),
        min_value=1,
        max_value=VALIDATION_MONTHS,
    )
    remind_days = forms.IntegerField(
        label=pgettext_lazy("support", "Days before the end when we remind the teacher"),
        min_value=1,
        max_value=LONGEST_REMINDER,
    )
    from_day = forms.DateField(
        label=pgettext_lazy("support", "From which day"),
        widget=forms.DateInput(attrs={"type": "date"}),
    )


class RoleListForm(OtForm):
    """Which roles may join, from which day (C-13)."""

    roles = forms.MultipleChoiceField(
        label=pgettext_lazy("roles", "Roles that may join"),
        choices=choices("professions"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    from_day = forms.DateField(
        label=pgettext_lazy("support", "From which day"),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
