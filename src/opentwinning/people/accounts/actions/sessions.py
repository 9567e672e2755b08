"""Signing in and out."""

from django.contrib.auth.hashers import make_password

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.vocabulary import AccountState


@action
def sign_in(*, by: Actor, email: str, password: str) -> Account | None:
    """The account when address and password fit, else None. An unknown address costs as much time
    as a wrong password (A3)."""
    account = Account.objects.filter(email=email.strip().lower()).first()
    if account is None or account.state != AccountState.ACTIVE:
        make_password(password)
        note(outcome="refused")
        return None
    if not account.knows(password):
        note(account, outcome="refused")
        return None
    account.last_sign_in_at = now()
    account.save(update_fields=["last_sign_in_at"])
    note(account, outcome="in")
    return account


@action
def sign_out_everywhere(*, by: Actor, account: Account) -> None:
    """End every session of the account."""
    account.session_epoch += 1
    account.save(update_fields=["session_epoch"])


@action
def change_language(*, by: Actor, account: Account, language: str) -> None:
    """The language of mails, notices and of the pages after signing in."""
    account.language = language
    account.save(update_fields=["language"])
