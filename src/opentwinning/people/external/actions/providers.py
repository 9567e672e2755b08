"""Setting sign-in up: providers, and which ways are open."""

from typing import Any

from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.sealing import seal
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.external.models import Identity, Provider, SignInRules
from opentwinning.people.external.policies import may_set_up_sign_in
from opentwinning.people.external.queries import open_ways
from opentwinning.people.external.vocabulary import Protocol, Ways

FIELDS = (
    "protocol", "issuer", "client_id", "scopes", "labels", "countries", "creates_accounts",
    "trusts_email", "is_internal", "is_active",
)  # fmt: skip


@action
def save_provider(
    *, by: Actor, provider: Provider | None = None, slug: str = "", secret: str = "", **details: Any
) -> Provider:
    """Create or edit a provider; ``details`` are ``FIELDS``. The slug of a new one stays for ever,
    the secret is only written, never shown: "" leaves it as it is. Raises ``Invalid``."""
    deny_unless(may_set_up_sign_in(by))
    if provider is None:
        if Provider.objects.filter(slug=slug).exists():
            raise Invalid(pgettext("external", "This short name is taken."), "slug")
        provider = Provider(slug=slug)
    unknown = set(details) - set(FIELDS)
    if unknown:
        raise TypeError(f"not fields of a provider: {sorted(unknown)}")
    _check(provider, details)
    note(before={name: getattr(provider, name) for name in details}, new_secret=bool(secret))
    for name, value in details.items():
        setattr(provider, name, value)
    if secret:
        provider.sealed_secret = seal(secret)
    provider.save()
    return provider


def _check(provider: Provider, details: dict[str, Any]) -> None:
    is_new_issuer = "issuer" in details and details["issuer"] != provider.issuer
    if provider.pk and is_new_issuer and Identity.objects.filter(provider=provider).exists():
        raise Invalid(
            pgettext(
                "external",
                "People sign in with this provider already. Add a new one for another address.",
            ),
            "issuer",
        )
    protocol = details.get("protocol", provider.protocol)
    if protocol == Protocol.OIDC and not details.get("client_id", provider.client_id):
        raise Invalid(pgettext("external", "OpenID Connect needs a client id."), "client_id")
    if provider.pk and provider.is_active and not details.get("is_active", True):
        _keep_one_open(provider)


def _keep_one_open(provider: Provider) -> None:
    others = Provider.objects.filter(is_active=True).exclude(pk=provider.pk)
    if open_ways() is Ways.EXTERNAL and not others.exists():
        raise Invalid(
            pgettext(
                "external", "This is the only way in for everybody. Open passwords again first."
            ),
            "is_active",
        )


@action
def set_ways(*, by: Actor, ways: Ways) -> SignInRules:
    """Open both ways into the site, or one of them. Passwords of operators always work, so that
    nobody locks the house and loses the key (C-11). Raises ``Invalid``."""
    deny_unless(may_set_up_sign_in(by))
    if ways is Ways.EXTERNAL and not Provider.objects.filter(is_active=True).exists():
        raise Invalid(pgettext("external", "Add a provider first, and try it."), "ways")
    rules = SignInRules.objects.select_for_update().first() or SignInRules()
    note(before=rules.ways if rules.pk else "", after=ways)
    rules.ways = ways
    rules.save()
    return rules
