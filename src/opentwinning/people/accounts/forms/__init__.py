"""What accounts ask for."""

from collections.abc import Sequence
from functools import cache
from typing import Any, cast
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm, PasswordField
from opentwinning.people.accounts.models import Account

REGIONS = ("Africa", "Asia", "Atlantic", "Europe")


@cache
def zones() -> list[tuple[str, str]]:
    """Time zones of the programme's part of the world, by name."""
    named = sorted(z for z in available_timezones() if z.split("/")[0] in REGIONS)
    return [(zone, zone.replace("_", " ").replace("/", " / ")) for zone in named]


class AddressField(forms.EmailField):
    """An e-mail address."""

    def __init__(self, autocomplete: str = "email") -> None:
        super().__init__(
            label=pgettext_lazy("account", "E-mail address"),
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": autocomplete, "spellcheck": "false"}),
        )


class SignInForm(OtForm):
    email = AddressField(autocomplete="username")
    password = PasswordField(label=pgettext_lazy("account", "Password"))


class ForgotPasswordForm(OtForm):
    email = AddressField(autocomplete="username")


class AddAddressForm(OtForm):
    email = AddressField()


class CodeForm(OtForm):
    code = LineField(
        label=pgettext_lazy("account", "Code of six digits"),
        help_text=pgettext_lazy("account", "It stands in the mail."),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        ),
    )


class NewPasswordForm(OtForm):
    password = PasswordField(
        is_new=True,
        label=pgettext_lazy("account", "New password"),
        help_text=pgettext_lazy(
            "account", "At least 10 characters. Three words are a good password."
        ),
    )


class ChangePasswordForm(NewPasswordForm):
    old_password = PasswordField(label=pgettext_lazy("account", "Your password until now"))
    field_order = ("old_password", "password")


class NameForm(OtForm):
    name = LineField(
        label=pgettext_lazy("account", "Your name"),
        help_text=pgettext_lazy("account", "As colleagues should read it, in any alphabet."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class LanguageForm(OtForm):
    language = forms.ChoiceField(
        label=pgettext_lazy("account", "Language of pages and mails"), choices=settings.LANGUAGES
    )
    time_zone = forms.ChoiceField(
        label=pgettext_lazy("account", "Time zone"),
        help_text=pgettext_lazy("account", "All times on the pages follow it."),
        choices=zones,
    )


class JoinForm(OtForm):
    """Which of two accounts goes on."""

    stays = forms.ChoiceField(
        label=pgettext_lazy("joining", "Which account shall stay?"),
        help_text=pgettext_lazy(
            "joining", "Its password, profile text, language and mail settings stay too."
        ),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, accounts: Sequence[Account], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ChoiceField", self.fields["stays"])
        field.choices = [(each.ref, f"{each.name} · {each.email}") for each in accounts]
