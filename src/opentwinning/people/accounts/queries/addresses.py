"""Whose address is it? (R-25)"""

from django.conf import settings

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.accounts.models import Account, Address
from opentwinning.people.accounts.policies import may_change_account


def account_at(email: str) -> Account | None:
    """The account a confirmed address belongs to, in whatever state it is."""
    rows = Address.objects.select_related("account").filter(confirmed_at__isnull=False)
    found = rows.filter(email=email.strip().lower()).first()
    return found.account if found else None


def addresses_of(account: Account) -> list[Address]:
    """The main one first, then the other confirmed ones, then those that wait."""
    rows = list(Address.objects.select_related("account").filter(account=account).order_by("pk"))
    return sorted(rows, key=lambda each: (not each.is_main, not each.is_confirmed))


def confirmed_addresses(account: Account) -> list[str]:
    """Every address that opens the account."""
    rows = Address.objects.filter(account=account, confirmed_at__isnull=False)
    return list(rows.order_by("pk").values_list("email", flat=True))


def access_address(actor: Actor, ref: str) -> Address:
    """The door to an address of one's own."""
    address = Address.objects.select_related("account").filter(ref=ref).first()
    if address is None:
        raise Refused(hidden())
    deny_unless(may_change_account(actor, address.account))
    return address


def waiting_days() -> int:
    """Days after which an address that nobody confirmed is forgotten; an operator's setting."""
    return int(settings.ENVIRONMENT.address_days)
