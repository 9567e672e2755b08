"""The text above the boxes of a country's form."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm, ProseField
from opentwinning.people.consents.vocabulary import MAX_TEXT


class TextForm(OtForm):
    """In one language; empty: the platform's own words."""

    language = forms.CharField(widget=forms.HiddenInput)
    text = ProseField(
        label=pgettext_lazy("consent", "Text above the boxes"),
        help_text=pgettext_lazy(
            "consent", "Empty: families read the platform's own text, which you see below."
        ),
        max_length=MAX_TEXT,
        rows=14,
        required=False,
    )

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = language
        self.fields["text"].widget.attrs.update({"lang": language, "dir": "auto"})
