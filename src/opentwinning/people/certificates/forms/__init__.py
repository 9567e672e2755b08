"""Typing a code."""

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm


class CodeForm(OtForm):
    """The code of a paper, with or without its dashes."""

    code = forms.CharField(
        label=pgettext_lazy("certificates", "Code of the certificate"),
        help_text=pgettext_lazy("certificates", "Twelve signs, such as ABCD-EFGH-JKMN."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
