"""The profile: what colleagues learn about an educator (R-08…R-14, R-21, R-22, X-13)."""

from typing import Any, cast

from django import forms
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.forms import OtForm, ProseField
from opentwinning.core.vocabulary import choices, professions
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import AVAILABILITY, EXPERIENCE, TraitKind
from opentwinning.people.support.queries import joining_roles

TRAITS = {
    "subjects": TraitKind.SUBJECT,
    "ages": TraitKind.AGE,
    "languages": TraitKind.LANGUAGE,
    "interests": TraitKind.INTEREST,
    "availability": TraitKind.AVAILABILITY,
    "tools": TraitKind.TOOL,
}


class ProfileForm(OtForm):
    """Only the profession is required: the rest can be told later."""

    profession = forms.ChoiceField(
        label=pgettext_lazy("profile", "What are you at school?"),
        help_text=pgettext_lazy(
            "profile", "What you do most of the time. You can change it later."
        ),
        choices=choices("professions"),
    )
    languages = forms.MultipleChoiceField(
        label=pgettext_lazy("profile", "In which languages can you work with partners?"),
        choices=choices("languages"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    subjects = forms.MultipleChoiceField(
        label=pgettext_lazy("profile", "What do you teach?"),
        choices=choices("subjects"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    ages = forms.MultipleChoiceField(
        label=pgettext_lazy("profile", "How old are your pupils?"),
        choices=choices("ages"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    pupils_count = forms.IntegerField(
        label=pgettext_lazy("profile", "How many pupils could take part?"),
        min_value=1,
        max_value=2000,
        required=False,
    )
    experience = forms.ChoiceField(
        label=pgettext_lazy("profile", "How many projects with other schools have you done?"),
        choices=list(EXPERIENCE.items()),
        widget=forms.RadioSelect,
        initial="none",
        required=False,
    )
    interests = forms.MultipleChoiceField(
        label=pgettext_lazy("profile", "Which topics interest you?"),
        choices=choices("topics"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    ideas = ProseField(
        label=pgettext_lazy("profile", "Your ideas for projects"),
        help_text=pgettext_lazy("profile", "One or two sentences are enough."),
        max_length=2000,
        rows=4,
        required=False,
    )
    about = ProseField(
        label=pgettext_lazy("profile", "About you"),
        help_text=pgettext_lazy("profile", "What should a colleague in another country know?"),
        max_length=2000,
        rows=4,
        required=False,
    )
    availability = forms.MultipleChoiceField(
        label=pgettext_lazy("profile", "What are you open for?"),
        choices=list(AVAILABILITY.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    tools = forms.MultipleChoiceField(
        label=pgettext_lazy("profile", "Which equipment and digital tools can your class use?"),
        choices=choices("tools"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        joining = joining_roles(country)
        others = {each.id for each in professions()} - joining
        if others:  # they are honest about it now, and not turned away for a wrong word later
            later = pgettext("profile", "Only after a review by your support organisation")
            field = cast("forms.ChoiceField", self.fields["profession"])
            field.choices = [
                *choices("professions", only=joining),
                (later, [*choices("professions", only=others)]),
            ]

    def traits(self) -> dict[TraitKind, list[str]]:
        """What an educator is searched by."""
        return {kind: self.cleaned_data[name] for name, kind in TRAITS.items()}

    def details(self) -> dict[str, Any]:
        """Everything but the traits."""
        values = {name: v for name, v in self.cleaned_data.items() if name not in TRAITS}
        values["experience"] = values["experience"] or "none"
        return values


class EditProfileForm(ProfileForm):
    """Later edits also decide who finds the profile."""

    is_visible = forms.BooleanField(
        label=pgettext_lazy("profile", "Colleagues find me in the directory"),
        help_text=pgettext_lazy(
            "profile", "Without it, only you and your support organisation see your profile."
        ),
        required=False,
    )
    is_available = forms.BooleanField(
        label=pgettext_lazy("profile", "Colleagues may ask me to be a contact or partner"),
        required=False,
    )

    @staticmethod
    def stored(educator: Educator, traits: dict[TraitKind, list[str]]) -> dict[str, Any]:
        """The profile as initial values."""
        fields = (
            "profession", "experience", "pupils_count", "about", "ideas", "is_visible",
            "is_available",
        )  # fmt: skip
        values: dict[str, Any] = {name: getattr(educator, name) for name in fields}
        if educator.is_withheld:
            values["is_visible"] = educator.withheld_visible
        return values | {name: traits.get(kind, []) for name, kind in TRAITS.items()}

    @classmethod
    def restored(cls, typed: dict[str, Any]) -> dict[str, Any]:
        """A draft as initial values: one tick is still a list, and no tick is an answer too."""
        values = dict(typed)
        for name, field in cls.base_fields.items():
            if isinstance(field, forms.MultipleChoiceField):
                given = typed.get(name, [])
                values[name] = [given] if isinstance(given, str) else given
            elif isinstance(field, forms.BooleanField):
                values[name] = name in typed
        return values
