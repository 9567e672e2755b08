"""Appointing an ambassador, and agreeing."""

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm


class AppointAmbassadorForm(OtForm):
    """Who, where, until when."""

    email = forms.EmailField(
        label=pgettext_lazy("ambassador", "E-mail address of the teacher"),
        help_text=pgettext_lazy("ambassador", "A validated teacher of your country."),
    )
    region = LineField(label=pgettext_lazy("ambassador", "Region or subject"))
    last_day = forms.DateField(
        label=pgettext_lazy("ambassador", "Last day"),
        widget=forms.DateInput(attrs={"type": "date"}),
    )


class AgreeForm(OtForm):
    """How everybody may reach her."""

    contact = LineField(
        label=pgettext_lazy("ambassador", "How people reach you"),
        help_text=pgettext_lazy("ambassador", "An e-mail address or a phone number, for example."),
        max_length=200,
    )
