"""Educators follow their accounts."""

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.permits import permit
from opentwinning.people.accounts.events import (
    AccountErased,
    AccountRenamed,
    AccountsJoined,
    SignedIn,
)
from opentwinning.people.educators.actions import empty_shadow, follow_name, forget_educator
from opentwinning.people.educators.models import Educator


@on(AccountRenamed)
def follow(event: AccountRenamed) -> None:
    follow_name(by=SYSTEM, account_id=event.account_id, name=event.name)


@on(AccountErased)
def forget(event: AccountErased) -> None:
    forget_educator(by=SYSTEM, account_id=event.account_id)


@on(AccountsJoined)
def join(event: AccountsJoined) -> None:
    empty_shadow(by=SYSTEM, account_id=event.account_id, gone_id=event.gone_id)


@on(SignedIn)
def seen(event: SignedIn) -> None:
    """The directory shows first who is here. Not an action: signing in is written down already."""
    with permit("educators"):
        Educator.objects.filter(account_id=event.account_id).update(last_active_at=event.at)
