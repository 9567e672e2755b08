"""Do an address and a password belong together?"""

from dataclasses import dataclass

from django.contrib.auth.hashers import check_password, make_password

from opentwinning.core.actor import Role
from opentwinning.core.places import is_local_door_open
from opentwinning.people.accounts.models import Account, Capacity
from opentwinning.people.accounts.queries.addresses import account_at
from opentwinning.people.accounts.vocabulary import AccountState


@dataclass(frozen=True, slots=True)
class Proof:
    """What came out: whose address it is, whether the password fits, and a stronger hash when the
    stored one is of an older kind."""

    account: Account | None
    fits: bool = False
    fresh_hash: str = ""


def password_lets_in(account: Account) -> bool:
    """Whether a password of this site opens the account. Operators keep theirs when everybody else
    comes by a provider, so that the house never loses its last key (C-11)."""
    if is_local_door_open():
        return True
    return Capacity.objects.filter(account=account, role=Role.OPERATOR).exists()


def proof_of(email: str, password: str) -> Proof:
    """Compare, at the cost of one hash whether the address is known or not (A3). Any confirmed
    address of a person will do (R-25)."""
    account = account_at(email)
    if account is None or account.state == AccountState.ERASED:
        make_password(password)
        return Proof(account=None)
    fresh: list[str] = []
    fits = check_password(
        password, account.password, setter=lambda raw: fresh.append(make_password(raw))
    )
    return Proof(account=account, fits=fits, fresh_hash=fresh[0] if fresh else "")
