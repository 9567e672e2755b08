"""Who comes, why and until when."""

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm


class ProlongForm(OtForm):
    """The last day of a visit."""

    last_day = forms.DateField(
        label=pgettext_lazy("guest", "Last day"),
        help_text=pgettext_lazy("guest", "At most 90 days from today. It ends by itself."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )


class GuestForm(ProlongForm):
    """An invitation."""

    name = LineField(label=pgettext_lazy("guest", "Name"), max_length=120)
    email = forms.EmailField(
        label=pgettext_lazy("guest", "E-mail address"),
        help_text=pgettext_lazy("guest", "Never the address of a pupil."),
        max_length=254,
    )
    purpose = LineField(
        label=pgettext_lazy("guest", "What for?"),
        help_text=pgettext_lazy("guest", "For example: the author of the book we read."),
        max_length=200,
    )
    field_order = ("name", "email", "purpose", "last_day")
