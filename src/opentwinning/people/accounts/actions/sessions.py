"""Signing in and out."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.sessions.backends.base import SessionBase

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.freshness import remember_proof
from opentwinning.core.places import next_proof_of
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.accounts.actions.entering import enter
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.policies import may_change_account
from opentwinning.people.accounts.queries.credentials import (
    Proof,
    password_lets_in,
    proof_of,
)
from opentwinning.people.accounts.vocabulary import HALF_LIFE, AccountState

HALF = "half"


def sign_in(*, by: Actor, email: str, password: str) -> Account | None:
    """The account when address and password fit, else None; it may be suspended, which only who
    knows the password learns. Hashing takes its time before the
    transaction begins (K5), and as long for an unknown address as for a wrong password (A3)."""
    return record_sign_in(by=by, proof=proof_of(email, password))


@action
def record_sign_in(*, by: Actor, proof: Proof) -> Account | None:
    """Write down that somebody signed in, or failed to (J6). Signing in takes a wish to be erased
    back. Where a second proof is due, nobody is in yet (A13)."""
    account = proof.account
    if account is None or not proof.fits or not password_lets_in(account):
        note(account, outcome="refused")
        return None
    account = (
        Account.objects.select_for_update()
        .filter(pk=account.pk, password=account.password)
        .exclude(state=AccountState.ERASED)
        .first()
    )
    if account is None:
        return None
    if account.state == AccountState.SUSPENDED:
        note(account, outcome="suspended")
        return account
    if proof.fresh_hash:  # A1: older hashes are renewed
        account.password = proof.fresh_hash
        account.save(update_fields=["password"])
    if next_proof_of(account.pk):
        note(account, outcome="half")
        return account
    note(account, outcome="in", erasures_cancelled=enter(account))
    return account


@action
def complete_sign_in(*, by: Actor, account: Account, how: str) -> Account | None:
    """Somebody has proved who she is in another way, or in both ways that were asked. ``how`` goes
    into the ledger. None when the account was suspended meanwhile."""
    known = Account.objects.select_for_update().filter(pk=account.pk, state=AccountState.ACTIVE)
    found = known.first()
    if found is None:
        note(account, outcome="refused", how=how)
        return None
    note(found, outcome="in", how=how, erasures_cancelled=enter(found))
    return found


def begin_session(session: SessionBase, account: Account) -> None:
    """Start a session under a new id (A16); whatever an earlier visitor left in it is gone."""
    session.flush()
    session["account"] = account.pk
    session["epoch"] = account.session_epoch
    remember_proof(session)
    session.save()


@dataclass(frozen=True, slots=True)
class HalfIn:
    """Somebody whose first proof was accepted and whose second is awaited."""

    account: Account
    wish: str
    kept: str


def begin_half_session(session: SessionBase, account: Account, wish: str, kept: str) -> None:
    """Remember a first proof for ten minutes. Nobody is signed in by it."""
    session.flush()
    session[HALF] = {
        "account": account.pk,
        "epoch": account.session_epoch,
        "at": now().timestamp(),
        "wish": wish,
        "kept": kept,
    }


def half_in(session: SessionBase) -> HalfIn | None:
    """Whose second proof this browser owes; None after ten minutes or a new password."""
    half = session.get(HALF)
    if not half or now().timestamp() - half["at"] > HALF_LIFE / dt.timedelta(seconds=1):
        return None
    account = Account.objects.filter(
        pk=half["account"], session_epoch=half["epoch"], state=AccountState.ACTIVE
    ).first()
    return HalfIn(account, half["wish"], half["kept"]) if account else None


@action
def sign_out_everywhere(*, by: Actor, account: Account) -> None:
    """End every session of the account."""
    deny_unless(may_change_account(by, account))
    account.session_epoch += 1
    account.save(update_fields=["session_epoch"])
