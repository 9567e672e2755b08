"""Regions of a country."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm

_PLAIN = re.compile(r"[^\W_](?:[^\W_]|[.-])*")
_SIGNS = pgettext_lazy("region", "Use letters, digits, dots and dashes.")


class RegionNameForm(OtForm):
    """What a region is called."""

    name = LineField(
        label=pgettext_lazy("region", "Name of the region"),
        help_text=pgettext_lazy("region", "As the register of schools writes it."),
        max_length=120,
    )


class RegionForm(RegionNameForm):
    """A new region."""

    code = LineField(
        label=pgettext_lazy("region", "Code of the region"),
        help_text=pgettext_lazy("region", "For example AT-7, as in ISO 3166-2. It never changes."),
        max_length=20,
    )

    def clean_code(self) -> str:
        """Letters and digits only: codes are compared, typed and read aloud."""
        code: str = self.cleaned_data["code"]
        if not _PLAIN.fullmatch(code):
            raise ValidationError(_SIGNS)
        return code
