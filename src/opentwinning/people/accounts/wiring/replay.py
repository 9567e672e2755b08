"""After a restore: what was erased or suspended since the backup is so again (J9)."""

import datetime as dt
from typing import Any

from django.contrib.sessions.models import Session
from django.utils.translation import override, pgettext

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import after_commit
from opentwinning.core.outliving import append, refs_last_written, refs_written
from opentwinning.core.work import job
from opentwinning.people.accounts.actions import erase_account, suspend_account
from opentwinning.people.accounts.events import AccountErased, AccountRestored, AccountSuspended
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.vocabulary import AccountState

ERASED, SUSPENDED, RESTORED = "educator", "suspended", "restored"


@after_commit(AccountErased)
def write_down(event: AccountErased) -> None:
    """The ledger learns of it only once the erasure is certain."""
    append(ERASED, event.ref, event.at.isoformat())


@after_commit(AccountSuspended)
def write_down_suspension(event: AccountSuspended) -> None:
    append(SUSPENDED, event.ref, event.at.isoformat())


@after_commit(AccountRestored)
def write_down_end(event: AccountRestored) -> None:
    append(RESTORED, event.ref, event.at.isoformat())


@job("accounts.replay", every=dt.timedelta(hours=1))
def replay(payload: dict[str, Any]) -> None:
    """Erase again whom a backup brought back; also by itself, if somebody forgot the command."""
    back = Account.objects.filter(ref__in=refs_written(ERASED))
    for account in back.exclude(state=AccountState.ERASED):
        erase_account(by=SYSTEM, account=account)


@job("accounts.replay_suspensions")
def replay_suspensions(payload: dict[str, Any]) -> None:
    """Suspend again; the reason went with the newer data, so the person is told what happened."""
    back = Account.objects.filter(
        ref__in=refs_last_written(SUSPENDED, undone_by=RESTORED), state=AccountState.ACTIVE
    )
    for account in back:
        with override(account.language):
            reason = pgettext(
                "suspension",
                "It was suspended before this site was restored from a backup. Ask your office.",
            )
        suspend_account(by=SYSTEM, account=account, reason=reason, office="")


@job("accounts.replay_sessions")
def replay_sessions(payload: dict[str, Any]) -> None:
    """Nobody is in with a session of the backup: everybody signs in anew."""
    Session.objects.all().delete()
