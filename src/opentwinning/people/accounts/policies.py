"""Who may touch an account (matrix row 5)."""

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden
from opentwinning.people.accounts.models import Account


def may_change_account(actor: Actor, account: Account) -> Verdict:
    """Only the person herself: password, language, name, export, the wish to be erased."""
    return granted() if actor.account_id == account.pk else hidden()


def may_erase_account(actor: Actor, account: Account) -> Verdict:
    """The nightly job, when the days of grace are over; nobody erases with a click."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()
