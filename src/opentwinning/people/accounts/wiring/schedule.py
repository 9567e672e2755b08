"""Regular work: carry out erasures, announce them to long unused accounts, forget old links."""

import datetime as dt
from typing import Any

from django.contrib.sessions.models import Session

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.core.events import after_commit
from opentwinning.core.permits import permit
from opentwinning.core.work import job
from opentwinning.people.accounts.actions import announce_erasure, erase_account, restore_account
from opentwinning.people.accounts.adapters import ledger
from opentwinning.people.accounts.events import AccountErased
from opentwinning.people.accounts.models import Account, MailedLink
from opentwinning.people.accounts.queries import (
    accounts_due_for_erasure,
    accounts_long_unused,
    suspensions_over,
)
from opentwinning.people.accounts.vocabulary import LINKS_KEPT_FOR

KIND = "educator"


@job("accounts.erase", every=dt.timedelta(hours=1))
def erase_due(payload: dict[str, Any]) -> None:
    """Whose days of grace are over is erased."""
    for account in accounts_due_for_erasure():
        erase_account(by=SYSTEM, account=account)


@job("accounts.restore", every=dt.timedelta(minutes=15))
def restore_due(payload: dict[str, Any]) -> None:
    """Suspensions whose term has passed."""
    for suspension in suspensions_over():
        restore_account(by=SYSTEM, suspension=suspension)


@job("accounts.announce", every=dt.timedelta(days=1))
def announce(payload: dict[str, Any]) -> None:
    """Nobody signed in for 36 months: announce the erasure (J4)."""
    for account in accounts_long_unused():
        announce_erasure(by=SYSTEM, account=account)


@job("accounts.forget", every=dt.timedelta(days=1))
def forget(payload: dict[str, Any]) -> None:
    """Links of mails after 30 days, sessions that have ended."""
    with permit("accounts"):
        MailedLink.objects.filter(expires_at__lt=now() - LINKS_KEPT_FOR).delete()
    Session.objects.filter(expire_date__lt=now()).delete()


@after_commit(AccountErased)
def write_down(event: AccountErased) -> None:
    """The ledger learns of it only once the erasure is certain."""
    ledger.append(KIND, event.ref, event.at.isoformat())


@job("accounts.replay")
def replay(payload: dict[str, Any]) -> None:
    """After a restore: erase again whom the backup brought back."""
    known = [ref for kind, ref in ledger.entries() if kind == KIND]
    for account in Account.objects.filter(ref__in=known):
        erase_account(by=SYSTEM, account=account)
