"""Providers as sign-in pages and operators need them."""

from dataclasses import dataclass

from django.utils.http import urlencode

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.external.models import Provider
from opentwinning.people.external.policies import may_set_up_sign_in, may_use_provider
from opentwinning.people.external.queries.rules import open_ways
from opentwinning.people.external.vocabulary import Ways
from opentwinning.people.support.queries import participating_countries


@dataclass(frozen=True, slots=True)
class Button:
    """One way in as a page draws it."""

    label: str
    url: str


def buttons(*, for_new_accounts: bool = False, wish: str = "") -> list[Button]:
    """The providers somebody may choose from now, by name; ``wish`` is the page she wants."""
    if open_ways() is Ways.LOCAL:
        return []
    rows = Provider.objects.filter(is_active=True)
    if for_new_accounts:
        rows = rows.filter(creates_accounts=True)
    query = f"?{urlencode({'next': wish})}" if wish else ""
    found = [Button(row.label, reverse("external:start", args=[row.slug]) + query) for row in rows]
    return sorted(found, key=lambda button: button.label.casefold())


def open_provider(slug: str) -> Provider:
    """The provider of an address, while people may sign in with it. Raises ``Refused``."""
    provider = Provider.objects.filter(slug=slug).first()
    if provider is None:
        raise Refused(hidden())
    deny_unless(may_use_provider(provider, open_ways()))
    return provider


def providers(actor: Actor) -> list[Provider]:
    """Every provider, for operators."""
    if not may_set_up_sign_in(actor):
        return []
    return sorted(Provider.objects.all(), key=lambda row: row.label.casefold())


def access_provider(actor: Actor, ref: str) -> Provider:
    """A provider for whoever may change it."""
    deny_unless(may_set_up_sign_in(actor))
    provider = Provider.objects.filter(ref=ref).first()
    if provider is None:
        raise Refused(hidden())
    return provider


def countries_of(provider: Provider) -> list[str]:
    """Countries in which an account may begin through it."""
    taking_part = participating_countries()
    return [code for code in taking_part if not provider.countries or code in provider.countries]


def label_of(ref: str) -> str:
    """What a provider is called, in the language of the moment."""
    return Provider.objects.get(ref=ref).label
