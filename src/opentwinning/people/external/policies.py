"""Who may set providers up, and connect or disconnect an identity (matrix rows 4, 5, 61)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.accounts.models import Account
from opentwinning.people.external.models import Identity, Provider
from opentwinning.people.external.vocabulary import Ways


def may_set_up_sign_in(actor: Actor) -> Verdict:
    """Operators: providers, and which ways into the site are open."""
    return granted() if actor.is_a(Role.OPERATOR, Role.SYSTEM) else hidden()


def may_use_provider(provider: Provider, ways: Ways) -> Verdict:
    """A provider that is switched on, while the site lets providers in at all (C-11)."""
    return granted() if provider.is_active and ways is not Ways.LOCAL else hidden()


def may_connect_identity(actor: Actor, account: Account) -> Verdict:
    """Only who is signed in to the account (A10)."""
    return granted() if actor.account_id == account.pk else hidden()


def may_disconnect_identity(actor: Actor, identity: Identity, *, is_last_way_in: bool) -> Verdict:
    """The owner, as long as another way into the account is left."""
    if actor.account_id != identity.account_id:
        return hidden()
    if is_last_way_in:
        return refused(
            pgettext_lazy(
                "external",
                "This is your only way to sign in. Set a password first, then try again.",
            )
        )
    return granted()


def may_drop_identities(actor: Actor) -> Verdict:
    """The house itself, when an account was taken back from a thief."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_register_through(provider: Provider, country: str) -> Verdict:
    """Whether this provider may begin accounts, for people of this country."""
    if not provider.creates_accounts:
        return refused(
            pgettext_lazy(
                "external", "New accounts do not begin here. Register first, then connect it."
            )
        )
    if provider.countries and country not in provider.countries:
        return refused(pgettext_lazy("external", "This way in is for other countries."))
    return granted()
