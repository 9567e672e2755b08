"""What came back on paper, and which forms to print."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm, SearchForm
from opentwinning.people.consents.queries import allowed_until
from opentwinning.people.consents.vocabulary import (
    CELLS,
    MAX_KEPT_WHERE,
    MEDIUM_LABELS,
    PURPOSE_HINTS,
    PURPOSE_LABELS,
    Medium,
    Purpose,
)
from opentwinning.people.pupils.models import Pupil, SchoolClass
from opentwinning.people.pupils.queries import pupils_of


class RecordForm(OtForm):
    """The same answers for one or several pupils. A box that is not ticked is a "no"."""

    pupils: "forms.ModelMultipleChoiceField[Pupil]" = forms.ModelMultipleChoiceField(
        label=pgettext_lazy("consent", "Whose forms came back"),
        queryset=None,
        to_field_name="ref",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": pgettext_lazy("consent", "Choose at least one pupil.")},
    )

    def __init__(
        self,
        *args: Any,
        school_class: SchoolClass,
        languages: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["pupils"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = pupils_of(school_class)
        for purpose in Purpose:
            self.fields[purpose] = forms.MultipleChoiceField(
                label=PURPOSE_LABELS[purpose],
                help_text=PURPOSE_HINTS[purpose],
                choices=list(MEDIUM_LABELS.items()),
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        self.fields["valid_until"] = forms.DateField(
            label=pgettext_lazy("consent", "These answers count until"),
            help_text=pgettext_lazy("consent", "Ask again in the next school year."),
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            initial=allowed_until,
        )
        self.fields["language"] = forms.ChoiceField(
            label=pgettext_lazy("consent", "Language of the printed form"),
            choices=list(languages),
            initial=school_class.language,
        )
        self.fields["kept_where"] = LineField(
            label=pgettext_lazy("consent", "Where the signed forms are kept"),
            help_text=pgettext_lazy("consent", "For example: folder 5a in the school's office."),
            max_length=MAX_KEPT_WHERE,
            required=False,
        )

    def details(self) -> dict[str, Any]:
        """Keyword arguments of ``record_answers``: every box has an answer."""
        values = dict(self.cleaned_data)
        ticked = {Purpose(purpose): set(values.pop(purpose)) for purpose in Purpose}
        answers = {(p, m): Medium(m) in ticked[p] for p, m in CELLS}
        return {**values, "pupils": list(values["pupils"]), "answers": answers}


class SheetsForm(SearchForm):
    """In which language, and for whom; a wrong value in the address is as good as none."""

    language = forms.ChoiceField(
        label=pgettext_lazy("consent", "Language of the form"), required=False
    )
    everybody = forms.BooleanField(
        label=pgettext_lazy("consent", "Also for pupils whose answers still count"), required=False
    )

    def __init__(self, *args: Any, languages: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["language"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(languages)
