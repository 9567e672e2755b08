"""Identities as their owners see them."""

from django.contrib.auth.hashers import is_password_usable

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import password_lets_in
from opentwinning.people.external.models import Identity, PendingJoin
from opentwinning.people.external.queries.rules import open_ways
from opentwinning.people.external.vocabulary import Arrival, Ways


def identities_of(actor: Actor) -> list[Identity]:
    """One's own identities, the oldest first."""
    rows = Identity.objects.filter(account_id=actor.account).select_related("provider")
    return list(rows.order_by("linked_at", "pk"))


def access_identity(actor: Actor, ref: str) -> Identity:
    """One's own identity."""
    found = Identity.objects.filter(ref=ref, account_id=actor.account).select_related("provider")
    identity = found.first()
    if identity is None:
        raise Refused(hidden())
    return identity


def identity_of(arrival: Arrival) -> Identity | None:
    """The identity that came back, when it belongs to somebody here: by issuer and subject, by
    nothing else (A9)."""
    known = Identity.objects.filter(issuer=arrival.issuer, subject=arrival.subject)
    return known.select_related("account", "provider").first()


def is_last_way_in(identity: Identity, account: Account) -> bool:
    """Whether nobody could sign in to the account without this identity."""
    has_password = is_password_usable(account.password) and password_lets_in(account)
    if has_password:
        return False
    others = Identity.objects.filter(account=account, provider__is_active=True)
    return open_ways() is Ways.LOCAL or not others.exclude(pk=identity.pk).exists()


def open_join(secret: str) -> PendingJoin | None:
    """What a mailed link stands for, while it may be used. Reading it changes nothing (A17)."""
    found = PendingJoin.objects.filter(
        secret_hash=PendingJoin.hashed(secret), used_at=None, expires_at__gt=now()
    )
    return found.select_related("account", "provider").first()
