"""The code of conduct in every language of the site."""

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm, ProseField
from opentwinning.people.safeguarding.models import ConductText

LONGEST = 12_000


class ConductForm(OtForm):
    """The day, and for each language the text and the one for pupils."""

    from_day = forms.DateField(
        label=pgettext_lazy("conduct", "Holds from"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in settings.LANGUAGES:
            is_first = code == settings.LANGUAGE_CODE
            for part, label in (
                ("text", pgettext_lazy("conduct", "The code")),
                ("simple", pgettext_lazy("conduct", "For pupils, in simple words")),
            ):
                self.fields[f"{part}_{code}"] = ProseField(
                    label=f"{label} – {name}",
                    max_length=LONGEST,
                    rows=10,
                    required=is_first,
                )

    def parts(self) -> list[tuple[str, str, Any, Any]]:
        """Code and name of each language with its two fields."""
        return [
            (code, name, self[f"text_{code}"], self[f"simple_{code}"])
            for code, name in settings.LANGUAGES
        ]

    def texts(self) -> dict[str, tuple[str, str]]:
        """What the action takes."""
        held = self.cleaned_data
        return {
            code: (held[f"text_{code}"], held[f"simple_{code}"]) for code, _ in settings.LANGUAGES
        }

    @staticmethod
    def stored(texts: dict[str, ConductText], day: dt.date) -> dict[str, Any]:
        """The newest code, to write the next one from."""
        found: dict[str, Any] = {"from_day": day}
        for code, text in texts.items():
            found |= {f"text_{code}": text.text, f"simple_{code}": text.simple}
        return found
