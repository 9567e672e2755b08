"""Leaving for good: a wish, days of grace, then everything goes (J3)."""

from typing import Any

from django.utils.timezone import localdate

from opentwinning.core import privacy
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import deny_unless
from opentwinning.facilities.notifications.actions import (
    forget_mails_to,
    forget_name,
    queue_mail,
)
from opentwinning.people.accounts.events import AccountErased, AccountErasing
from opentwinning.people.accounts.models import Account, ErasureRequest
from opentwinning.people.accounts.policies import may_change_account, may_erase_account
from opentwinning.people.accounts.queries import confirmed_addresses
from opentwinning.people.accounts.vocabulary import GRACE, AccountState


@action
def request_erasure(*, by: Actor, account: Account) -> ErasureRequest:
    """Ask to be erased after the days of grace. Every session ends; signing in cancels it. Asking
    twice changes nothing."""
    deny_unless(may_change_account(by, account))
    return _begin_grace(account, "accounts/mail/erasure_requested.txt")


@action
def announce_erasure(*, by: Actor, account: Account) -> ErasureRequest:
    """Nobody signed in for three years: say that the account goes, unless she comes back (J4)."""
    deny_unless(may_erase_account(by, account))
    return _begin_grace(account, "accounts/mail/erasure_announced.txt")


def _begin_grace(account: Account, template: str) -> ErasureRequest:
    account = Account.objects.select_for_update().get(pk=account.pk)
    wish = ErasureRequest.objects.filter(account=account, cancelled_at=None, done_at=None).first()
    if wish is not None:
        return wish
    asked_at = now()
    wish = ErasureRequest.objects.create(
        account=account, requested_at=asked_at, due_at=asked_at + GRACE
    )
    account.session_epoch += 1
    account.save(update_fields=["session_epoch"])
    note(account, due_at=wish.due_at)
    queue_mail(
        to=account.email,
        account_id=account.pk,
        language=account.language,
        template=template,
        facts={
            "name": account.name,
            "url": "/sign-in",
            "due_on": localdate(wish.due_at).isoformat(),
        },
        dedupe_key=f"erasure:{wish.pk}",
    )
    return wish


@action
def erase_account(*, by: Actor, account: Account) -> dict[str, int]:
    """Erase a person everywhere, as every app has declared; returns rows touched by table. Erasing
    twice does nothing."""
    deny_unless(may_erase_account(by, account))
    account = Account.objects.select_for_update().get(pk=account.pk)
    note(account)
    if account.state == AccountState.ERASED:
        return {}
    emit(AccountErasing(account_id=account.pk))
    for address in confirmed_addresses(account):
        forget_mails_to(address)
    forget_name(account.name)
    touched = privacy.erase(privacy.Subject.EDUCATOR, account.pk)
    ErasureRequest.objects.filter(account=account, done_at=None).update(done_at=now())
    note(account, touched={table: count for table, count in touched.items() if count})
    emit(AccountErased(account_id=account.pk, ref=account.ref, at=now()))
    return touched


@action
def export_account(*, by: Actor, account: Account) -> dict[str, list[dict[str, Any]]]:
    """Everything held about the person, by table (J2); exporting is written down (J6)."""
    deny_unless(may_change_account(by, account))
    note(account)
    return privacy.exported(privacy.Subject.EDUCATOR, account.pk)
