"""What a person may change about her account besides the password."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.events import emit
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.accounts.events import AccountRenamed
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.policies import may_change_account


@action
def change_language(*, by: Actor, account: Account, language: str, time_zone: str = "") -> None:
    """The language of mails, notices and of the pages after signing in; the zone of every time."""
    deny_unless(may_change_account(by, account))
    account.language = language
    account.time_zone = time_zone or account.time_zone
    account.save(update_fields=["language", "time_zone"])


@action
def rename_account(*, by: Actor, account: Account, name: str) -> None:
    """Correct one's own name. Whoever listens to ``AccountRenamed`` may refuse with ``Invalid``."""
    deny_unless(may_change_account(by, account))
    account.name = name
    account.save(update_fields=["name"])
    note(account)
    emit(AccountRenamed(account_id=account.pk, name=name))
