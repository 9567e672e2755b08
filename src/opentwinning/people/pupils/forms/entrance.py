"""What a pupil types: the code of her class."""

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm


class CodeForm(OtForm):
    """The code stands on her card or on the board."""

    code = LineField(
        label=pgettext_lazy("pupil entrance", "Class code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "placeholder": "ABCD-2345",
            }
        ),
        error_messages={"required": pgettext_lazy("pupil entrance", "Write the code first.")},
    )
