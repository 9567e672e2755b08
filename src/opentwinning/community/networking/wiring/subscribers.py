"""Nobody finds or keeps notes about an erased person (J3)."""

from opentwinning.community.networking.actions import forget_educator
from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.people.accounts.events import AccountErasing


@on(AccountErasing)
def account_goes(event: AccountErasing) -> None:
    forget_educator(by=SYSTEM, account_id=event.account_id)
