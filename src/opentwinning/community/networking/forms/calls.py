"""Partner calls (X-23)."""

import datetime as dt
from typing import Any, override

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.forms.people import PartnerSearchForm, countries
from opentwinning.community.networking.models import PartnerCall
from opentwinning.community.networking.queries.calls import Search
from opentwinning.community.networking.vocabulary import (
    CALL_LIFE,
    DURATION_LABELS,
    START_LABELS,
    CallTraitKind,
    Duration,
    Start,
)
from opentwinning.core.clock import today
from opentwinning.core.forms import LineField, OtForm, ProseField, SearchWordsField
from opentwinning.core.vocabulary import choices
from opentwinning.people.support.queries import participating_countries

_TRAITS = {
    CallTraitKind.SUBJECT: "subjects",
    CallTraitKind.AGE: "ages",
    CallTraitKind.LANGUAGE: "languages",
    CallTraitKind.COUNTRY: "countries",
    CallTraitKind.TOOL: "tools",
}


def programme_countries() -> list[tuple[str, str]]:
    return list(choices("countries", only=participating_countries()))


class CallForm(OtForm):
    """The fields of a partner call; two are needed besides title and idea."""

    title = LineField(label=pgettext_lazy("partner call", "Title"), max_length=120)
    idea = ProseField(
        label=pgettext_lazy("partner call", "The idea"),
        help_text=pgettext_lazy("partner call", "What shall the pupils do together?"),
        max_length=3000,
        rows=8,
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("partner call", "Language of this text"), choices=choices("languages")
    )
    ages = forms.MultipleChoiceField(
        label=pgettext_lazy("partner call", "Age of pupils"),
        choices=choices("ages"),
        widget=forms.CheckboxSelectMultiple,
    )
    languages = forms.MultipleChoiceField(
        label=pgettext_lazy("partner call", "Working languages"),
        choices=choices("languages"),
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )
    subjects = forms.MultipleChoiceField(
        label=pgettext_lazy("partner call", "Subjects"),
        choices=choices("subjects"),
        widget=forms.SelectMultiple(attrs={"size": 6}),
        required=False,
    )
    class_size = forms.IntegerField(
        label=pgettext_lazy("partner call", "Pupils in your class"),
        min_value=1,
        max_value=500,
        required=False,
    )
    partners_wanted = forms.IntegerField(
        label=pgettext_lazy("partner call", "How many partner schools?"),
        min_value=1,
        max_value=20,
        initial=1,
    )
    start = forms.ChoiceField(
        label=pgettext_lazy("partner call", "Start"),
        choices=list(START_LABELS.items()),
        initial=Start.OPEN,
    )
    duration = forms.ChoiceField(
        label=pgettext_lazy("partner call", "Duration"),
        choices=list(DURATION_LABELS.items()),
        initial=Duration.OPEN,
    )
    countries = forms.MultipleChoiceField(
        label=pgettext_lazy("partner call", "Countries wanted"),
        help_text=pgettext_lazy("partner call", "Choose none when all are welcome."),
        choices=programme_countries,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        required=False,
    )
    tools = forms.MultipleChoiceField(
        label=pgettext_lazy("partner call", "What you can use at school"),
        choices=choices("tools"),
        widget=forms.SelectMultiple(attrs={"size": 6}),
        required=False,
    )
    expires_on = forms.DateField(
        label=pgettext_lazy("partner call", "Last day of the call"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=lambda: today() + CALL_LIFE,
    )

    def traits(self) -> dict[CallTraitKind, list[str]]:
        return {kind: self.cleaned_data[name] for kind, name in _TRAITS.items()}

    @override
    def details(self) -> dict[str, Any]:
        lists = set(_TRAITS.values())
        return {name: value for name, value in self.cleaned_data.items() if name not in lists}

    @staticmethod
    def stored(call: PartnerCall) -> dict[str, Any]:
        """Initial values of a call that stands."""
        values: dict[str, Any] = {
            name: getattr(call, name)
            for name in (
                "title", "idea", "language", "class_size", "partners_wanted", "start", "duration",
                "expires_on",
            )
        }  # fmt: skip
        for kind, name in _TRAITS.items():
            values[name] = [t.value for t in call.traits.all() if t.kind == kind]
        return values

    @staticmethod
    def restored(draft: dict[str, str | list[str]]) -> dict[str, Any]:
        """Initial values of what was typed: one choice of several is a list too."""
        lists = set(_TRAITS.values())
        return {
            name: [value] if name in lists and isinstance(value, str) else value
            for name, value in draft.items()
        }


class CallSearchForm(PartnerSearchForm):
    """Filters of the list. Who has no country here (the centre) has nothing to be welcome for."""

    q = SearchWordsField(label=pgettext_lazy("partner search", "Words, such as water"))
    country = forms.ChoiceField(
        label=pgettext_lazy("partner search", "From"), choices=countries, required=False
    )
    welcome = forms.BooleanField(
        label=pgettext_lazy("partner search", "My country is welcome"), required=False
    )

    def __init__(self, *args: Any, own_country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own_country = own_country
        if not own_country:
            del self.fields["welcome"]

    def search(self) -> Search:
        values = self.cleaned_data
        return Search(
            text=values.get("q", ""),
            country=values.get("country", ""),
            traits={
                CallTraitKind.AGE: values.get("age", ""),
                CallTraitKind.SUBJECT: values.get("subject", ""),
                CallTraitKind.LANGUAGE: values.get("language", ""),
                CallTraitKind.COUNTRY: self.own_country if values.get("welcome") else "",
            },
        )


class AnswerForm(OtForm):
    """An answer under a call; by choice also a contact request."""

    text = ProseField(label=pgettext_lazy("partner call", "Your answer"), max_length=2000, rows=5)
    asks_contact = forms.BooleanField(
        label=pgettext_lazy("partner call", "Also ask for contact"), required=False, initial=True
    )


class ReasonForm(OtForm):
    """An officer says why (H17)."""

    reason = ProseField(
        label=pgettext_lazy("partner call", "Reason"),
        help_text=pgettext_lazy("partner call", "The author reads it."),
        max_length=500,
        rows=3,
    )


class ReopenForm(OtForm):
    """A new last day."""

    expires_on = forms.DateField(
        label=pgettext_lazy("partner call", "New last day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=lambda: today() + dt.timedelta(days=30),
    )
