"""Wishes to be erased."""

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from opentwinning.core.clock import now
from opentwinning.people.accounts.models import Account, ErasureRequest
from opentwinning.people.accounts.vocabulary import UNUSED_FOR, UNUSED_TERMS, AccountState


def was_saved_by_signing_in(account: Account) -> bool:
    """True when this sign-in took a wish to be erased back."""
    return ErasureRequest.objects.filter(
        account=account, cancelled_at=account.last_sign_in_at
    ).exists()


def accounts_due_for_erasure() -> list[Account]:
    """Accounts whose days of grace are over."""
    due = ErasureRequest.objects.filter(due_at__lte=now(), cancelled_at=None, done_at=None)
    return [wish.account for wish in due.select_related("account").order_by("due_at")]


def accounts_long_unused(limit: int = 200) -> QuerySet[Account]:
    """Accounts nobody signed in to for 36 months, or sooner by the programme's rules (X-15),
    without an open wish."""
    term = min((UNUSED_FOR, *(ask() for ask in UNUSED_TERMS)))
    open_wish = Q(erasures__isnull=False, erasures__cancelled_at=None, erasures__done_at=None)
    return (
        Account.objects.filter(state=AccountState.ACTIVE)
        .annotate(seen_at=Coalesce("last_sign_in_at", "created_at"))
        .filter(seen_at__lt=now() - term)
        .exclude(open_wish)
        .order_by("pk")[:limit]
    )
