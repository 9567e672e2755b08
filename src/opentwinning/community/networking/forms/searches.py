"""Keeping a search."""

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.vocabulary import SEARCH_PACES, SearchPace
from opentwinning.core.forms import LineField, OtForm


class PaceForm(OtForm):
    """How soon a search tells of new people."""

    pace = forms.ChoiceField(
        label=pgettext_lazy("saved search", "Tell me of new teachers"),
        choices=list(SEARCH_PACES.items()),
        initial=SearchPace.WEEKLY,
        widget=forms.RadioSelect,
    )


class SaveSearchForm(PaceForm):
    """A name for it."""

    name = LineField(
        label=pgettext_lazy("saved search", "Name of the search"),
        help_text=pgettext_lazy("saved search", "For you alone, such as “Biology in Romania”."),
        max_length=60,
    )
    field_order = ("name", "pace")
