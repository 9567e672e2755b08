"""Signing in and out."""

from django.contrib.sessions.backends.base import SessionBase

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.accounts.actions.entering import enter
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.policies import may_change_account
from opentwinning.people.accounts.queries.credentials import Proof, proof_of
from opentwinning.people.accounts.vocabulary import AccountState


def sign_in(*, by: Actor, email: str, password: str) -> Account | None:
    """The account when address and password fit, else None. Hashing takes its time before the
    transaction begins (K5), and as long for an unknown address as for a wrong password (A3)."""
    return record_sign_in(by=by, proof=proof_of(email, password))


@action
def record_sign_in(*, by: Actor, proof: Proof) -> Account | None:
    """Write down that somebody signed in, or failed to (J6). Signing in takes a wish to be erased
    back."""
    account = proof.account
    if account is None or not proof.fits:
        note(account, outcome="refused")
        return None
    account = (
        Account.objects.select_for_update()
        .filter(pk=account.pk, password=account.password, state=AccountState.ACTIVE)
        .first()
    )
    if account is None:
        return None
    if proof.fresh_hash:  # A1: older hashes are renewed
        account.password = proof.fresh_hash
        account.save(update_fields=["password"])
    note(account, outcome="in", erasures_cancelled=enter(account))
    return account


def begin_session(session: SessionBase, account: Account) -> None:
    """Start a session under a new id (A16); whatever an earlier visitor left in it is gone."""
    session.flush()
    session["account"] = account.pk
    session["epoch"] = account.session_epoch


@action
def sign_out_everywhere(*, by: Actor, account: Account) -> None:
    """End every session of the account."""
    deny_unless(may_change_account(by, account))
    account.session_epoch += 1
    account.save(update_fields=["session_epoch"])
