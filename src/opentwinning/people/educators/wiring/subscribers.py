"""Educators follow their accounts."""

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.people.accounts.events import AccountErased, AccountRenamed
from opentwinning.people.educators.actions import follow_name, forget_educator


@on(AccountRenamed)
def follow(event: AccountRenamed) -> None:
    follow_name(by=SYSTEM, account_id=event.account_id, name=event.name)


@on(AccountErased)
def forget(event: AccountErased) -> None:
    forget_educator(by=SYSTEM, account_id=event.account_id)
