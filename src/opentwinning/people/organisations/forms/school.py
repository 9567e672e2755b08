"""Finding one's school, writing it down, putting it right."""

from typing import Any, override

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm, SearchForm, SearchWordsField
from opentwinning.core.vocabulary import choices
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.organisations.vocabulary import KIND_LABELS, SCHOOL_ANSWERS
from opentwinning.people.support.queries import regions_of, rules_of


def region_field(country: str, old: str = "") -> forms.Field:
    """The regions of a country to choose from, with what the school has now; free text where the
    office has not named any."""
    label = pgettext_lazy("school", "Region")
    names = [region.name for region in regions_of(country)]
    if not names:
        return LineField(label=label, max_length=120, required=False)
    kept = [old] if old and old not in names else []
    offered = [("", pgettext_lazy("school", "Not chosen")), *((n, n) for n in [*kept, *names])]
    return forms.ChoiceField(label=label, choices=offered, required=False)


class FindSchoolForm(SearchForm):
    """A part of the name; answers while typing where script runs."""

    q = SearchWordsField(
        label=pgettext_lazy("school", "Name, town or code of your school"),
        help_text=pgettext_lazy("school", "A part is enough. Accents do not matter."),
        attrs={
            "hx-get": reverse_lazy("organisations:choose"),
            "hx-trigger": "input changed delay:200ms",
            "hx-target": "#schools",
            "hx-sync": "this:replace",
        },
    )


class RegisterSchoolForm(OtForm):
    """What the first teacher of a school writes down (R-15, X-10)."""

    name = LineField(label=pgettext_lazy("school", "Full name of the school"), max_length=200)
    legal_name = LineField(
        label=pgettext_lazy("school", "Legal name"),
        help_text=pgettext_lazy("school", "Only if the law calls the school something else."),
        max_length=250,
        required=False,
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("school", "Kind of school"),
        choices=list(KIND_LABELS.items()),
        initial="school",
    )
    place = LineField(label=pgettext_lazy("school", "Town or village"))
    postcode = LineField(label=pgettext_lazy("school", "Postcode"), max_length=20, required=False)
    region = LineField(label=pgettext_lazy("school", "Region"), max_length=120, required=False)
    website = forms.URLField(
        label=pgettext_lazy("school", "Web site"),
        help_text=pgettext_lazy("school", "It helps your support organisation to know the school."),
        required=False,
        assume_scheme="https",
        max_length=300,
    )
    code = LineField(
        label=pgettext_lazy("school", "Official number of the school"),
        help_text=pgettext_lazy("school", "As the register of your country writes it."),
        max_length=40,
        required=False,
    )
    system_country = forms.ChoiceField(
        label=pgettext_lazy("school", "Run by the school system of another country"),
        help_text=pgettext_lazy("school", "For example a school for the children of soldiers."),
        required=False,
    )
    head_name = LineField(label=pgettext_lazy("school", "Name of the head"), max_length=120)
    head_email = forms.EmailField(
        label=pgettext_lazy("school", "E-mail address of the head"),
        help_text=pgettext_lazy("school", "The head gets one message that the school is here."),
    )
    is_true = forms.BooleanField(
        label=pgettext_lazy("school", "I work at this school, and these facts are true.")
    )
    is_another = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        none = pgettext_lazy("school", "No")
        self.fields["system_country"].choices = choices("countries", empty=none)  # type: ignore[attr-defined]
        self.fields["code"].required = rules_of(country).needs_code
        self.fields["region"] = region_field(country)

    @override
    def details(self) -> dict[str, Any]:
        fields = ("name", "legal_name", "kind", "place", "postcode", "region", "website", "code",
                  "system_country", "head_name", "head_email")  # fmt: skip
        return {name: self.cleaned_data[name] for name in fields}


class WorkForm(OtForm):
    """What somebody does at one of her schools (R-24)."""

    position = forms.ChoiceField(
        label=pgettext_lazy("school", "My role at this school"),
        choices=choices("professions", empty=pgettext_lazy("school", "The one on my profile")),
        required=False,
    )
    is_main = forms.BooleanField(
        label=pgettext_lazy("school", "This is my main school"),
        help_text=pgettext_lazy("school", "Others read it first, on your profile and in the list."),
        required=False,
    )


class EditSchoolForm(OtForm):
    """How an officer writes a school."""

    name = LineField(label=pgettext_lazy("school", "Full name of the school"), max_length=250)
    legal_name = LineField(
        label=pgettext_lazy("school", "Legal name"),
        help_text=pgettext_lazy("school", "Only if the law calls the school something else."),
        max_length=250,
        required=False,
    )
    accreditation = LineField(
        label=pgettext_lazy("school", "Accreditation number"),
        help_text=pgettext_lazy("school", "Only officers see it."),
        max_length=60,
        required=False,
    )
    place = LineField(label=pgettext_lazy("school", "Town or village"))
    region = LineField(label=pgettext_lazy("school", "Region"), required=False)
    postcode = LineField(label=pgettext_lazy("school", "Postcode"), max_length=20, required=False)
    website = forms.URLField(
        label=pgettext_lazy("school", "Web site"),
        required=False,
        assume_scheme="https",
        max_length=300,
    )
    email = forms.EmailField(
        label=pgettext_lazy("school", "E-mail address of the school"),
        help_text=pgettext_lazy(
            "school", "Only officers see it. Take it from a source other than the teacher."
        ),
        required=False,
    )
    second_email = forms.EmailField(
        label=pgettext_lazy("school", "Second contact of the school"),
        help_text=pgettext_lazy("school", "It is asked when mails to the first address come back."),
        required=False,
    )
    latitude = forms.FloatField(
        label=pgettext_lazy("school", "Latitude"),
        help_text=pgettext_lazy("school", "In degrees. Without it the map shows the town."),
        required=False,
        min_value=-90,
        max_value=90,
        localize=True,
    )
    longitude = forms.FloatField(
        label=pgettext_lazy("school", "Longitude"),
        required=False,
        min_value=-180,
        max_value=180,
        localize=True,
    )
    is_closed = forms.BooleanField(
        label=pgettext_lazy("school", "This school is closed"),
        help_text=pgettext_lazy("school", "Nobody can join it any more. Its teachers stay."),
        required=False,
    )

    def __init__(self, *args: Any, school: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"] = region_field(school.country, school.region)


class SchoolAnswerForm(OtForm):
    """Two buttons."""

    answer = forms.ChoiceField(
        label=pgettext_lazy("confirmation", "Your answer"), choices=list(SCHOOL_ANSWERS.items())
    )
