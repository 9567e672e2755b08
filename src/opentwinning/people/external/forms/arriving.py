"""Two questions for somebody the site does not know yet."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm
from opentwinning.core.vocabulary import choices


def address(**kwargs: Any) -> forms.EmailField:
    """An e-mail address."""
    return forms.EmailField(
        label=pgettext_lazy("external", "E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        **kwargs,
    )


class ByMailForm(OtForm):
    """Which account the mail goes to."""

    email = address(help_text=pgettext_lazy("external", "The address of your account here."))


class NewAccountForm(OtForm):
    """What a new account needs; most of it the provider has told."""

    name = LineField(
        label=pgettext_lazy("external", "Your name"),
        help_text=pgettext_lazy("external", "As colleagues should read it, in any alphabet."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = address(help_text=pgettext_lazy("external", "Colleagues do not see it."))
    country = forms.ChoiceField(label=pgettext_lazy("external", "Country of your school"))
    language = forms.ChoiceField(
        label=pgettext_lazy("external", "Language of pages and mails"), choices=settings.LANGUAGES
    )

    def __init__(self, *args: Any, countries: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        empty = pgettext_lazy("external", "Choose a country") if len(countries) > 1 else None
        field = cast("forms.ChoiceField", self.fields["country"])
        field.choices = choices("countries", empty=empty, only=countries)
