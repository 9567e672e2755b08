"""The picture beside a name."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm
from opentwinning.people.educators.vocabulary import MAX_PHOTO_MB

_HEIC = pgettext_lazy("files", "We cannot show HEIC pictures. Save it as JPEG and try again.")
_LARGE = pgettext_lazy("profile", "This picture is larger than 15 MB. Choose a smaller one.")


class PhotoForm(OtForm):
    """One picture from the disk or the camera."""

    uploads = forms.FileField(
        label=pgettext_lazy("profile", "Photo"),
        help_text=pgettext_lazy(
            "profile", "JPEG, PNG, GIF or WebP. We cut a square from its middle."
        ),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/gif,image/webp"}),
    )

    def clean_uploads(self) -> "UploadedFile[Any]":
        upload: UploadedFile[Any] = self.cleaned_data["uploads"]
        if str(upload.name).lower().endswith((".heic", ".heif")):
            raise ValidationError(_HEIC)
        if (upload.size or 0) > MAX_PHOTO_MB * 1024 * 1024:
            raise ValidationError(_LARGE)
        return upload
