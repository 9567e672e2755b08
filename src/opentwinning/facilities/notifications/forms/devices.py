"""Browsers that are told about notices."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm
from opentwinning.core.notices import area_label
from opentwinning.facilities.notifications.models import PushDevice
from opentwinning.facilities.notifications.queries import told_kinds

LONGEST_ENDPOINT = 1000


class DeviceForm(OtForm):
    """A name, and what the browser itself adds when its user allows it."""

    name = LineField(
        label=pgettext_lazy("notices", "What do you call this device?"),
        help_text=pgettext_lazy("notices", "Such as “My phone”."),
        max_length=60,
    )
    endpoint = forms.CharField(
        max_length=LONGEST_ENDPOINT, required=False, widget=forms.HiddenInput
    )
    public_key = forms.CharField(max_length=100, required=False, widget=forms.HiddenInput)
    secret = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)


class KindsForm(OtForm):
    """Which kinds of notices one browser is told about."""

    def __init__(self, *args: Any, device: PushDevice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for area, kinds in told_kinds().items():
            self.fields[area] = forms.MultipleChoiceField(
                label=str(area_label(area)),
                choices=[(kind.key, kind.sample()) for kind in kinds],
                initial=[kind.key for kind in kinds if kind.key in device.kinds],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    def chosen(self) -> list[str]:
        """Keys of the kinds that were ticked."""
        return [key for keys in self.cleaned_data.values() for key in keys]
