"""What somebody looks for on the map of schools."""

import re
from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import SearchForm, SearchWordsField
from opentwinning.core.vocabulary import label
from opentwinning.people.organisations.queries import MapWish, countries_on_map, kinds_on_map
from opentwinning.people.organisations.vocabulary import KIND_LABELS

_CELL = re.compile(r"(\d{1,4})-(\d{1,4})-(\d{1,3})")


class MapForm(SearchForm):
    """A country; in it words and a kind of school. A wrong value is as good as none."""

    country = forms.ChoiceField(label=pgettext_lazy("school map", "Country"), required=False)
    q = SearchWordsField(label=pgettext_lazy("school map", "Name, town or postcode"))
    kind = forms.ChoiceField(label=pgettext_lazy("school map", "Kind of school"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        every = [(each.country, label("countries", each.country)) for each in countries_on_map()]
        everywhere = pgettext_lazy("school map", "All countries")
        self.fields["country"].choices = [("", everywhere), *sorted(every, key=lambda c: c[1])]  # type: ignore[attr-defined]
        chosen = data.get("country", "")
        if not any(code == chosen for code, _name in every):
            del self.fields["q"], self.fields["kind"]
            return
        kinds = [(kind, KIND_LABELS.get(kind, kind)) for kind in kinds_on_map(chosen)]  # type: ignore[call-overload]  # any text
        self.fields["kind"].choices = [("", pgettext_lazy("school map", "All kinds")), *kinds]  # type: ignore[attr-defined]

    def wish(self) -> MapWish | None:
        """What to show; None is the map of all countries."""
        self.is_valid()
        country = self.cleaned_data.get("country", "")
        if not country:
            return None
        cell = _CELL.fullmatch(self.data.get("cell", ""))
        row, column, step = (int(part) for part in cell.groups()) if cell else (0, 0, 0)
        return MapWish(
            country,
            q=self.cleaned_data.get("q", ""),
            kind=self.cleaned_data.get("kind", ""),
            town=self.data.get("town", "")[:120],
            cell=(row, column, step) if cell else None,
            is_lost="lost" in self.data,
        )
