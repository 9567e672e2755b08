"""Signing in with an identity, connecting and disconnecting it."""

import datetime as dt

from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.places import next_proof_of
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.accounts.actions import complete_sign_in
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.vocabulary import AccountState
from opentwinning.people.external.events import IdentityLinked, IdentityUnlinked
from opentwinning.people.external.models import Identity
from opentwinning.people.external.policies import (
    may_connect_identity,
    may_disconnect_identity,
    may_drop_identities,
)
from opentwinning.people.external.queries import identity_of, is_last_way_in, open_provider
from opentwinning.people.external.vocabulary import Arrival


@action
def sign_in_with(*, by: Actor, arrival: Arrival) -> Account | None:
    """The account of a known identity, which may be suspended; None when nobody may come in with
    it. Where a second proof is due, nobody is in yet (A13)."""
    provider = open_provider(arrival.slug)
    identity = identity_of(arrival)
    if identity is None or identity.account.state == AccountState.ERASED:
        note(identity or provider, outcome="refused")
        return None
    if identity.account.state == AccountState.SUSPENDED:
        note(identity, outcome="suspended")
        return identity.account
    identity.last_used_at = now()
    identity.name, identity.email = arrival.name[:120], arrival.email
    identity.save(update_fields=["last_used_at", "name", "email"])
    note(identity, outcome="known")
    return come_in(by, identity.account, arrival.slug)


@action
def connect_identity(*, by: Actor, account: Account, arrival: Arrival) -> Identity:
    """Another way into the account one is signed in to (A10). Raises ``Invalid`` when the identity
    belongs to another account."""
    deny_unless(may_connect_identity(by, account))
    identity = attach(account, arrival)
    emit(IdentityLinked(account_id=account.pk, provider=identity.provider.ref))
    return identity


@action
def disconnect_identity(*, by: Actor, identity: Identity) -> None:
    """One way in less, never the last one."""
    account = Account.objects.select_for_update().get(pk=identity.account_id)
    is_last = is_last_way_in(identity, account)
    deny_unless(may_disconnect_identity(by, identity, is_last_way_in=is_last))
    note(account, provider=identity.provider.slug)
    provider = identity.provider.ref
    Identity.objects.filter(pk=identity.pk).delete()
    emit(IdentityUnlinked(account_id=account.pk, provider=provider))


@action
def drop_newer_identities(*, by: Actor, account: Account, since: dt.datetime) -> int:
    """An account was taken back: identities connected since then may be a thief's. Returns how many
    went. The address lets her connect her own again."""
    deny_unless(may_drop_identities(by))
    account = Account.objects.select_for_update().get(pk=account.pk)
    newer = Identity.objects.filter(account=account, linked_at__gte=since)
    providers = list(newer.values_list("provider__ref", flat=True))
    newer.delete()
    note(account, dropped=len(providers))
    for provider in providers:
        emit(IdentityUnlinked(account_id=account.pk, provider=provider))
    return len(providers)


def attach(account: Account, arrival: Arrival) -> Identity:
    """Part of an action: the identity belongs to this account from now on, and to no other."""
    provider = open_provider(arrival.slug)
    identity, _ = Identity.objects.get_or_create(
        issuer=arrival.issuer,
        subject=arrival.subject,
        defaults={
            "account": account,
            "provider": provider,
            "name": arrival.name[:120],
            "email": arrival.email,
        },
    )
    if identity.account_id != account.pk:
        raise Invalid(
            pgettext("external", "This identity is connected with another account already.")
        )
    note(account, provider=provider.slug)
    return identity


def come_in(by: Actor, account: Account, slug: str) -> Account | None:
    """Part of an action: she is in, unless a second proof is due."""
    if next_proof_of(account.pk) is not None:
        return account
    return complete_sign_in(by=by, account=account, how=f"external:{slug}")
