"""Suspending and restoring an account. Higher apps judge who may; her contents stay (row 11)."""

import datetime as dt

from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid
from opentwinning.facilities.notifications.actions import queue_mail
from opentwinning.people.accounts.events import AccountRestored, AccountSuspended
from opentwinning.people.accounts.models import Account, MailedLink, Suspension
from opentwinning.people.accounts.queries.suspension import running_suspension
from opentwinning.people.accounts.vocabulary import AccountState

_NOT_NOW = pgettext_lazy("suspension", "This account is in another state now. Reload the page.")


@action
def suspend_account(
    *, by: Actor, account: Account, reason: str, office: str, until: dt.datetime | None = None
) -> Suspension:
    """Nobody enters any more: sessions end, links of mails are dead. Safeguarding writes to her
    why, and hears her objection (H17)."""
    account = Account.objects.select_for_update().get(pk=account.pk)
    if account.state != AccountState.ACTIVE:
        raise Invalid(_NOT_NOW)
    if not reason.strip():
        raise Invalid(pgettext("suspension", "Write the reason. The person reads it."), "reason")
    if until is not None and until <= now():
        raise Invalid(pgettext("suspension", "Choose a day in the future."), "until")
    account.state = AccountState.SUSPENDED
    account.session_epoch += 1
    account.save(update_fields=["state", "session_epoch"])
    MailedLink.objects.filter(email=account.email, used_at=None).update(used_at=now())
    suspension = Suspension.objects.create(
        account=account,
        reason=reason.strip(),
        office=office,
        by_account_id=by.account_id,
        until=until,
    )
    note(account, until=until)
    emit(AccountSuspended(account.pk, account.ref, suspension.at, by.account_id or 0))
    return suspension


@action
def restore_account(*, by: Actor, suspension: Suspension, answer: str = "") -> Suspension:
    """The suspension ends, by its term or by somebody's word: everything is as it was. A new
    session needs the password."""
    suspension = _running(suspension)
    account = suspension.account
    account.state = AccountState.ACTIVE
    account.save(update_fields=["state"])
    suspension.ended_at = now()
    suspension.ended_by_account_id = by.account_id
    suspension.answer = answer.strip()
    suspension.save(update_fields=["ended_at", "ended_by_account_id", "answer"])
    note(account)
    _mail_restored(suspension)
    emit(AccountRestored(account.pk, account.ref, now()))
    return suspension


def _running(suspension: Suspension) -> Suspension:
    account = Account.objects.select_for_update().get(pk=suspension.account_id)
    found = running_suspension(account)
    if found is None or found.pk != suspension.pk:
        raise Invalid(_NOT_NOW)
    return found


def _mail_restored(suspension: Suspension) -> None:
    account = suspension.account
    queue_mail(
        to=account.email,
        account_id=account.pk,
        language=account.language,
        template="accounts/mail/restored.txt",
        facts={"name": account.name, "url": "/sign-in", "reason": suspension.answer},
        dedupe_key=f"suspension:{suspension.pk}:restored",
    )
