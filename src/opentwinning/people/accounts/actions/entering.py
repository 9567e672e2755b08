"""Somebody is in: by password, by the link of a mail, or for the first time."""

from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.people.accounts.events import SignedIn
from opentwinning.people.accounts.models import Account, ErasureRequest


def enter(account: Account) -> int:
    """Part of an action: remember when, take a wish to be erased back, tell the others. Returns how
    many wishes were taken back."""
    account.last_sign_in_at = now()
    account.save(update_fields=["last_sign_in_at"])
    wishes = ErasureRequest.objects.filter(account=account, cancelled_at=None, done_at=None)
    cancelled = wishes.update(cancelled_at=account.last_sign_in_at)
    emit(SignedIn(account_id=account.pk, at=account.last_sign_in_at))
    return cancelled
