"""The two forms of a registration (R-01)."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm, PasswordField
from opentwinning.core.vocabulary import choices
from opentwinning.people.educators.forms.profile import ProfileForm


class BeginForm(OtForm):
    """Who are you? Four answers, then a mail."""

    name = LineField(
        label=pgettext_lazy("registration", "Your name"),
        help_text=pgettext_lazy("registration", "As colleagues should read it, in any alphabet."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=pgettext_lazy("registration", "E-mail address"),
        help_text=pgettext_lazy(
            "registration", "Best your address at school. Colleagues do not see it."
        ),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    country = forms.ChoiceField(label=pgettext_lazy("registration", "Country of your school"))
    language = forms.ChoiceField(
        label=pgettext_lazy("registration", "Language of pages and mails"),
        choices=settings.LANGUAGES,
    )
    # People do not see this field; machines fill it in.
    website = forms.CharField(
        label=pgettext_lazy("registration", "Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args: Any, countries: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ChoiceField", self.fields["country"])
        field.choices = choices(
            "countries",
            empty=pgettext_lazy("registration", "Choose a country"),
            only=countries,
        )

    @property
    def is_of_a_machine(self) -> bool:
        return bool(self.cleaned_data["website"])

    def details(self) -> dict[str, Any]:
        """What begins a registration."""
        return {name: v for name, v in self.cleaned_data.items() if name != "website"}


class RegistrationForm(ProfileForm):
    """The full form, reached by the link of the mail."""

    password = PasswordField(
        is_new=True,
        label=pgettext_lazy("registration", "Choose a password"),
        help_text=pgettext_lazy(
            "registration", "At least 10 characters. Three words are a good password."
        ),
    )
