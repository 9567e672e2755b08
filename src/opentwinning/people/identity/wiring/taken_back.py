"""An account was taken back: a thief's proofs go with the thief's address."""

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.people.accounts.events import AccountTakenBack
from opentwinning.people.accounts.models import Account
from opentwinning.people.identity.actions import drop_newer_factors


@on(AccountTakenBack)
def drop_proofs(event: AccountTakenBack) -> None:
    account = Account.objects.get(pk=event.account_id)
    drop_newer_factors(by=SYSTEM, account=account, since=event.since)
