"""Lists of nicknames, one nickname, which cards to print."""

from typing import Any

from django import forms
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.forms import LineField, OtForm
from opentwinning.people.pupils.models import Pupil, SchoolClass
from opentwinning.people.pupils.queries import pupils_of
from opentwinning.people.pupils.vocabulary import MAX_NICKNAME, MAX_PUPILS


class ListForm(OtForm):
    """A pasted list, or how many nicknames to make."""

    text = forms.CharField(
        label=pgettext_lazy("pupils", "Nicknames, one per line"),
        help_text=pgettext_lazy(
            "pupils", "Paste from a table or write. No real names: who is who stays at your school."
        ),
        widget=forms.Textarea(attrs={"rows": 12, "autocomplete": "off", "dir": "auto"}),
        max_length=8000,
        required=False,
    )
    count = forms.IntegerField(
        label=pgettext_lazy("pupils", "Or how many nicknames shall we make?"),
        help_text=pgettext_lazy("pupils", "A colour and an animal for each pupil."),
        min_value=1,
        max_value=MAX_PUPILS,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("text") and not cleaned.get("count") and not self.errors:
            raise forms.ValidationError(
                pgettext("pupils", "Write nicknames, or say how many we shall make.")
            )
        return cleaned


class NicknamesForm(OtForm):
    """The list as it was looked through; lines that look like real names need a word."""

    names_are_fine = forms.BooleanField(
        label=pgettext_lazy("pupils", "These are nicknames, not real full names"), required=False
    )


class NicknameForm(OtForm):
    nickname = LineField(label=pgettext_lazy("pupils", "Nickname"), max_length=MAX_NICKNAME)


class CardsForm(OtForm):
    """Whose cards are printed."""

    pupils: "forms.ModelMultipleChoiceField[Pupil]" = forms.ModelMultipleChoiceField(
        label=pgettext_lazy("cards", "Print cards of"),
        queryset=None,
        to_field_name="ref",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": pgettext_lazy("cards", "Choose at least one pupil.")},
    )

    def __init__(self, *args: Any, school_class: SchoolClass, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["pupils"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = pupils_of(school_class)
