"""A template of a page."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm, ProseField, VersionField
from opentwinning.workspace.pages.models import PageStart
from opentwinning.workspace.pages.vocabulary import MAX_TEXT, MAX_TITLE


class StartForm(OtForm):
    """In one language."""

    language = forms.ChoiceField(
        choices=settings.LANGUAGES,
        label=pgettext_lazy("starts", "Language"),
        help_text=pgettext_lazy("starts", "Who reads another language gets the English one."),
    )
    title = LineField(max_length=MAX_TITLE, label=pgettext_lazy("starts", "Title of the page"))
    text = ProseField(
        max_length=MAX_TEXT, rows=14, label=pgettext_lazy("starts", "What stands in it at first")
    )
    position = forms.IntegerField(
        min_value=1,
        max_value=999,
        label=pgettext_lazy("starts", "Place on the list"),
        help_text=pgettext_lazy(
            "starts", "Smaller numbers stand first. The same in every language."
        ),
    )
    is_open = forms.BooleanField(
        required=False,
        label=pgettext_lazy("starts", "New pages may begin with it, in every language"),
    )
    version = VersionField(required=False)

    @staticmethod
    def stored(start: PageStart | None) -> dict[str, Any]:
        """What the form begins with."""
        if start is None:
            return {"is_open": True, "version": 0, "position": 50}
        names = ("language", "title", "text", "position", "is_open", "version")
        return {name: getattr(start, name) for name in names}

    def details(self) -> dict[str, Any]:
        """Keyword arguments of ``save_start``."""
        values = dict(self.cleaned_data)
        return {**values, "version": values["version"] or 0}
