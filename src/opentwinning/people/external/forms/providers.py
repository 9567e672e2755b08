"""A provider, and which ways are open."""

from typing import Any

from django import forms
from django.conf import settings
from django.forms import model_to_dict
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.forms import LineField, OtForm
from opentwinning.core.outgoing import NoAnswer, checked_url
from opentwinning.core.vocabulary import choices
from opentwinning.people.external.models import Provider
from opentwinning.people.external.vocabulary import PROTOCOL_LABELS, WAYS_LABELS, Ways

LABEL = "label_"


class WaysForm(OtForm):
    """Which ways into the site are open."""

    ways = forms.TypedChoiceField(
        label=pgettext_lazy("external", "Who may sign in and register"),
        choices=list(WAYS_LABELS.items()),
        widget=forms.RadioSelect,
        coerce=Ways,
    )


class ProviderForm(OtForm):
    """Everything about a provider but its short name."""

    protocol = forms.ChoiceField(
        label=pgettext_lazy("external", "Protocol"), choices=list(PROTOCOL_LABELS.items())
    )
    issuer = LineField(
        label=pgettext_lazy("external", "Address of the provider"),
        help_text=pgettext_lazy(
            "external", "The issuer of OpenID Connect, or the address of the CAS server."
        ),
        max_length=300,
        widget=forms.TextInput(attrs={"spellcheck": "false", "autocomplete": "off"}),
    )
    client_id = LineField(
        label=pgettext_lazy("external", "Client id"),
        help_text=pgettext_lazy("external", "CAS needs none."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"spellcheck": "false", "autocomplete": "off"}),
    )
    secret = forms.CharField(
        label=pgettext_lazy("external", "Client secret"),
        help_text=pgettext_lazy(
            "external", "It is stored sealed and never shown. Empty: it stays as it is."
        ),
        max_length=500,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    scopes = LineField(
        label=pgettext_lazy("external", "Scopes"),
        max_length=200,
        initial="openid email profile",
        widget=forms.TextInput(attrs={"spellcheck": "false", "autocomplete": "off"}),
    )
    countries = forms.MultipleChoiceField(
        label=pgettext_lazy("external", "Only for these countries"),
        help_text=pgettext_lazy("external", "None chosen: for every country."),
        choices=choices("countries"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    creates_accounts = forms.BooleanField(
        label=pgettext_lazy("external", "New accounts may begin with it"), required=False
    )
    trusts_email = forms.BooleanField(
        label=pgettext_lazy("external", "Believe it when it calls an address verified"),
        help_text=pgettext_lazy(
            "external", "Then a new account needs no mail. Existing accounts are never taken over."
        ),
        required=False,
    )
    is_internal = forms.BooleanField(
        label=pgettext_lazy("external", "It lies in our own network"),
        help_text=pgettext_lazy(
            "external", "Only then may its address be private, or without encryption."
        ),
        required=False,
    )
    is_active = forms.BooleanField(
        label=pgettext_lazy("external", "People may use it"), required=False, initial=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in settings.LANGUAGES:
            self.fields[f"{LABEL}{code}"] = LineField(
                label=pgettext("external", "Name on the button (%(language)s)")
                % {"language": name},
                max_length=60,
                required=code == settings.LANGUAGE_CODE,
            )
        self.order_fields(["slug", *(f"{LABEL}{code}" for code, _ in settings.LANGUAGES)])

    def clean(self) -> dict[str, Any]:
        """The address may be asked at all; OpenID Connect asks for its own scope."""
        values: dict[str, Any] = super().clean() or {}
        try:
            checked_url(values.get("issuer", ""), internal=values.get("is_internal", False))
        except NoAnswer:
            self.add_error(
                "issuer", pgettext("external", "Write the full address, with https:// before it.")
            )
        scopes = values.get("scopes", "").split()
        if "openid" not in scopes:
            self.add_error("scopes", pgettext("external", "The scope openid must be among them."))
        return values

    def details(self) -> dict[str, Any]:
        """As the action wants it: the labels as one value."""
        values = super().details()
        named = {code: values.pop(f"{LABEL}{code}") for code, _ in settings.LANGUAGES}
        return values | {"labels": {code: text for code, text in named.items() if text}}

    @staticmethod
    def stored(provider: Provider) -> dict[str, Any]:
        """The row as initial values, without the secret."""
        labels = {f"{LABEL}{code}": text for code, text in provider.labels.items()}
        return model_to_dict(provider) | labels


class NewProviderForm(ProviderForm):
    """A new provider also gets a short name."""

    slug = forms.SlugField(
        label=pgettext_lazy("external", "Short name for addresses"),
        help_text=pgettext_lazy(
            "external", "Small letters and hyphens. It cannot be changed later."
        ),
        max_length=40,
    )
