"""An account was taken back: a thief's identities go with the thief's address."""

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.people.accounts.events import AccountTakenBack
from opentwinning.people.accounts.models import Account
from opentwinning.people.external.actions import drop_newer_identities


@on(AccountTakenBack)
def drop_identities(event: AccountTakenBack) -> None:
    account = Account.objects.get(pk=event.account_id)
    drop_newer_identities(by=SYSTEM, account=account, since=event.since)
