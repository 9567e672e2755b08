"""The decision about two records of one school."""

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm


class PairForm(OtForm):
    """One of them stays, or both."""

    decision = forms.ChoiceField(
        label=pgettext_lazy("pair", "Your decision"),
        choices=[
            ("keep_second", pgettext_lazy("pair", "One school: keep the right record")),
            ("keep_first", pgettext_lazy("pair", "One school: keep the left record")),
            ("apart", pgettext_lazy("pair", "These are two schools")),
        ],
        widget=forms.RadioSelect,
    )


class UndoForm(OtForm):
    """Nothing to fill in."""
