"""Bringing a box."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm
from opentwinning.workspace.files.vocabulary import max_file_bytes

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

_LARGE = pgettext_lazy("box", "This box is larger than a form takes. Ask who runs this site.")


class BringForm(OtForm):
    """The ZIP as she took it along."""

    box = forms.FileField(
        label=pgettext_lazy("box", "Box (ZIP)"),
        help_text=pgettext_lazy(
            "box", "As it was downloaded, not unpacked. You see first what is in it."
        ),
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
    )

    def clean_box(self) -> "UploadedFile[Any]":
        upload: UploadedFile[Any] = self.cleaned_data["box"]
        if (upload.size or 0) > max_file_bytes():
            raise ValidationError(_LARGE)
        return upload
