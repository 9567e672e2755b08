"""What an officer says who answers for a region."""

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm, ProseField
from opentwinning.people.organisations.vocabulary import REGIONAL_ANSWERS


class RegionalAnswerForm(OtForm):
    """Two buttons, and words for the office."""

    answer = forms.ChoiceField(
        label=pgettext_lazy("regional", "Your answer"),
        choices=list(REGIONAL_ANSWERS.items()),
        widget=forms.HiddenInput,
    )
    message = ProseField(
        label=pgettext_lazy("regional", "Your words to the support organisation"),
        help_text=pgettext_lazy("regional", "Needed when you cannot confirm it."),
        max_length=2000,
        rows=5,
        required=False,
    )
