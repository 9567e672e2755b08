"""Regular work: carry out erasures, announce them to long unused accounts, forget old links."""

import datetime as dt
from typing import Any

from django.contrib.sessions.models import Session

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.core.work import job
from opentwinning.people.accounts.actions import announce_erasure, erase_account, restore_account
from opentwinning.people.accounts.models import Address, MailedLink
from opentwinning.people.accounts.queries import (
    accounts_due_for_erasure,
    accounts_long_unused,
    suspensions_over,
    waiting_days,
)
from opentwinning.people.accounts.vocabulary import LINKS_KEPT_FOR


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
    """Links of mails after 30 days, addresses nobody confirmed, sessions that have ended."""
    waited = now() - dt.timedelta(days=waiting_days())
    with permit("accounts"):
        Address.objects.filter(confirmed_at=None, added_at__lt=waited).delete()
        MailedLink.objects.filter(expires_at__lt=now() - LINKS_KEPT_FOR).delete()
    Session.objects.filter(expire_date__lt=now()).delete()
