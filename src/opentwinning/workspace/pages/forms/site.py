"""A site that pages may show."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm, ProseField, VersionField
from opentwinning.workspace.pages.models import EmbedSite
from opentwinning.workspace.pages.vocabulary import MAX_FRAME, MAX_PATTERNS, MAX_SITE


class SiteForm(OtForm):
    """``patterns``: one address a line."""

    name = LineField(max_length=MAX_SITE, label=pgettext_lazy("sites", "Name of the site"))
    patterns = ProseField(
        max_length=MAX_PATTERNS,
        rows=5,
        label=pgettext_lazy("sites", "Addresses that people copy, one a line"),
        help_text=pgettext_lazy(
            "sites", "What differs stands in curly brackets: https://video.example/w/{id}"
        ),
    )
    frame = LineField(
        max_length=MAX_FRAME,
        label=pgettext_lazy("sites", "Address of what is shown"),
        help_text=pgettext_lazy(
            "sites",
            "Choose the one that tells the least about readers: https://video.example/embed/{id}",
        ),
    )
    is_open = forms.BooleanField(
        required=False, label=pgettext_lazy("sites", "Pages may show things of this site")
    )
    version = VersionField(required=False)

    @staticmethod
    def stored(site: EmbedSite | None) -> dict[str, Any]:
        """What the form begins with."""
        if site is None:
            return {"is_open": True, "version": 0}
        names = ("name", "patterns", "frame", "is_open", "version")
        return {name: getattr(site, name) for name in names}

    def details(self) -> dict[str, Any]:
        """Keyword arguments of ``save_site``."""
        values = dict(self.cleaned_data)
        return {**values, "version": values["version"] or 0}
