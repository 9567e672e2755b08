"""An account as an actor."""

from django.db.models import QuerySet

from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.prepared import prepared
from opentwinning.people.accounts.models import Account, Capacity


@prepared
def _capacities(account: int) -> QuerySet[Capacity]:
    return Capacity.objects.filter(account_id=account)


def actor_of(account: Account) -> Actor:
    """The account with the capacities it holds now."""
    at = now()
    held = [c for c in _capacities(account.pk) if c.until is None or c.until > at]
    return Actor(
        account_id=account.pk,
        roles=frozenset(Role(c.role) for c in held),
        countries=frozenset(c.country for c in held if c.role == Role.NATIONAL_OFFICER),
        name=account.name,
        ref=account.ref,
        language=account.language,
        time_zone=account.time_zone,
    )
