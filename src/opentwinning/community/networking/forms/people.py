"""Finding people, asking them, noting something about them."""

from django import forms
from django.utils.http import urlencode
from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.queries.directory import Wish
from opentwinning.core.forms import AnyOrOneField, OtForm, ProseField, SearchForm, SearchWordsField
from opentwinning.core.vocabulary import choices
from opentwinning.people.educators.vocabulary import AVAILABILITY, TraitKind
from opentwinning.people.support.queries import participating_countries

ANY = pgettext_lazy("partner search", "Any")


def countries() -> list[tuple[str, str]]:
    """Countries of the programme, named for the reader."""
    return [("", str(ANY)), *choices("countries", only=participating_countries())]


class PartnerSearchForm(SearchForm):
    """What people and their calls are both looked for by."""

    MORE = ("subject", "country", "open_for", "welcome", "order")  # behind "More filters"

    age = AnyOrOneField("ages", empty=ANY, label=pgettext_lazy("partner search", "Age of pupils"))
    subject = AnyOrOneField("subjects", empty=ANY, label=pgettext_lazy("partner search", "Subject"))
    language = AnyOrOneField(
        "languages", empty=ANY, label=pgettext_lazy("partner search", "Language")
    )

    @property
    def chosen(self) -> str:
        """The valid values of the lists and the countries among them: the key under which the
        lists are drawn once."""
        names = sorted(name for name in self.fields if name != "q")
        values = [self.cleaned_data.get(name, "") for name in names]
        return f"{names} {values} {participating_countries()}"

    @property
    def typed(self) -> str:
        """What the field of words shows, and what it complains about: the key of its drawing."""
        return f"{self['q'].value() or ''} {self['q'].errors}"

    @property
    def has_more(self) -> bool:
        """One of the lists behind "More filters" is in use: show them."""
        return any(self.cleaned_data.get(name) for name in self.MORE)


class DirectoryForm(PartnerSearchForm):
    """L-04: theme, ages, language, country, readiness."""

    q = SearchWordsField(label=pgettext_lazy("partner search", "Words, such as water or a name"))
    country = forms.ChoiceField(
        label=pgettext_lazy("partner search", "Country"), choices=countries, required=False
    )
    open_for = forms.ChoiceField(
        label=pgettext_lazy("partner search", "Open for"),
        choices=[("", ANY), *AVAILABILITY.items()],
        required=False,
    )

    order = forms.ChoiceField(
        label=pgettext_lazy("partner search", "Order"),
        choices=[
            ("", pgettext_lazy("partner search", "Who fits me best")),
            ("last", pgettext_lazy("partner search", "Who was here last")),
        ],
        required=False,
    )

    @property
    def is_by_fit(self) -> bool:
        """Who fits best stands first, unless asked otherwise."""
        return self.cleaned_data.get("order") != "last"

    def query(self) -> str:
        """The valid filters as they stand in an address; the order is no filter."""
        kept = {k: v for k, v in self.cleaned_data.items() if v and k != "order"}
        return urlencode(kept)

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
