"""Projects hear that a person is about to be erased."""

from opentwinning.collaboration.projects.actions import let_account_go
from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.people.accounts.events import AccountErasing


@on(AccountErasing)
def account_goes(event: AccountErasing) -> None:
    let_account_go(by=SYSTEM, account_id=event.account_id)
