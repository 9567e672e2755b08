"""Sending a stamped form."""

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm
from opentwinning.workspace.files.vocabulary import ACCEPTED, UploadContext

_TYPES = ",".join(f".{extension}" for extension in sorted(ACCEPTED[UploadContext.PAPER]))


class PaperForm(OtForm):
    """One file."""

    upload = forms.FileField(
        label=pgettext_lazy("paper", "Photo or scan of the stamped form"),
        help_text=pgettext_lazy("paper", "A picture or a PDF. All words must be readable."),
        widget=forms.FileInput(attrs={"accept": _TYPES}),
        max_length=200,
    )
