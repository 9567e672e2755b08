"""Finding people, asking them, noting something about them."""

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.queries.directory import Wish
from opentwinning.core.forms import LineField, OtForm, ProseField
from opentwinning.core.vocabulary import choices
from opentwinning.people.educators.vocabulary import AVAILABILITY, TraitKind
from opentwinning.people.support.queries import participating_countries

_ANY = pgettext_lazy("partner search", "Any")


def countries() -> list[tuple[str, str]]:
    """Countries of the programme, named for the reader."""
    return [("", str(_ANY)), *choices("countries", only=participating_countries())]


class SearchForm(OtForm):
    """A search by words and lists. Wrong values in the address find nothing special."""

    MORE = ("subject", "country", "open_for", "welcome")  # behind "More filters"

    @property
    def chosen(self) -> str:
        """The valid values of the lists, as a key of the drawn lists."""
        names = [name for name in self.fields if name != "q"]
        return f"{sorted(names)} {[self.cleaned_data.get(name, '') for name in sorted(names)]}"

    @property
    def has_more(self) -> bool:
        """One of the lists behind "More filters" is in use: show them."""
        return any(self.cleaned_data.get(name) for name in self.MORE)

    @property
    def is_filtered(self) -> bool:
        """Something is looked for."""
        return any(self.cleaned_data.values())


class DirectoryForm(SearchForm):
    """L-04: theme, ages, language, country, readiness."""

    q = LineField(
        label=pgettext_lazy("partner search", "Words, such as water or a name"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    age = forms.ChoiceField(
        label=pgettext_lazy("partner search", "Age of pupils"),
        choices=choices("ages", empty=_ANY),  # type: ignore[arg-type]  # lazy text
        required=False,
    )
    subject = forms.ChoiceField(
        label=pgettext_lazy("partner search", "Subject"),
        choices=choices("subjects", empty=_ANY),  # type: ignore[arg-type]  # lazy text
        required=False,
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("partner search", "Language"),
        choices=choices("languages", empty=_ANY),  # type: ignore[arg-type]  # lazy text
        required=False,
    )
    country = forms.ChoiceField(
        label=pgettext_lazy("partner search", "Country"), choices=countries, required=False
    )
    open_for = forms.ChoiceField(
        label=pgettext_lazy("partner search", "Open for"),
        choices=[("", _ANY), *AVAILABILITY.items()],
        required=False,
    )

    def wish(self) -> Wish:
        """The valid fields as a search; a wrong value in the address finds nothing special."""
        values = self.cleaned_data
        return Wish(
            text=values.get("q", ""),
            country=values.get("country", ""),
            traits={
                TraitKind.AGE: values.get("age", ""),
                TraitKind.SUBJECT: values.get("subject", ""),
                TraitKind.LANGUAGE: values.get("language", ""),
                TraitKind.AVAILABILITY: values.get("open_for", ""),
            },
        )


class AskForm(OtForm):
    """A contact request says why."""

    message = ProseField(
        label=pgettext_lazy("contacts", "Your message"),
        help_text=pgettext_lazy("contacts", "Say who you are and which idea you have."),
        max_length=1000,
        rows=5,
    )


class NoteForm(OtForm):
    """For one's own eyes."""

    text = ProseField(
        label=pgettext_lazy("contacts", "My note"), max_length=2000, rows=4, required=False
    )
