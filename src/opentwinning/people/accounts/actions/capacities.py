"""Roles: granted and revoked by the apps that decide about them, always through here (B7)."""

import datetime as dt

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.people.accounts.models import Account, Capacity


@action
def grant_capacity(
    *,
    by: Actor,
    account: Account,
    role: Role,
    country: str = "",
    until: dt.datetime | None = None,
    reason: str = "",
) -> Capacity:
    """Give a role, from now until its end. Whoever calls has judged that ``by`` may."""
    capacity, _ = Capacity.objects.update_or_create(
        account=account,
        role=role,
        country=country,
        defaults={"granted_at": now(), "until": until},
    )
    note(account, reason=reason, role=role, country=country)
    return capacity


@action
def revoke_capacity(
    *, by: Actor, account: Account, role: Role, country: str = "", reason: str = ""
) -> None:
    """Take a role away; effective with the next request (B11)."""
    Capacity.objects.filter(account=account, role=role, country=country).delete()
    note(account, reason=reason, role=role, country=country)
