"""Two accounts of one person become one (M-11)."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.joining import drops, forbids, merges, refuses, settles
from opentwinning.people.accounts.models import (
    Account,
    Address,
    Capacity,
    ErasureRequest,
    MailedLink,
    Suspension,
)
from opentwinning.people.accounts.vocabulary import AccountState


def _proof(kept: Address, gone: Address) -> Mapping[str, Any]:
    """An address proved in one of the two accounts is proved."""
    return {"confirmed_at": kept.confirmed_at or gone.confirmed_at}


def _void_links(kept: int, gone: int) -> None:
    """A link that was mailed to open the other account opens nothing any more."""
    MailedLink.objects.filter(account=gone).delete()


def _one_is_not_active(kept: int, gone: int) -> bool:
    active = Account.objects.filter(pk__in=(kept, gone), state=AccountState.ACTIVE)
    return active.count() < 2


def _one_leaves(kept: int, gone: int) -> bool:
    open_wishes = ErasureRequest.objects.filter(cancelled_at=None, done_at=None)
    return open_wishes.filter(account__in=(kept, gone)).exists()


_SUSPENDED = pgettext_lazy("joining", "A suspended or closed account cannot be joined.")
_LEAVING = pgettext_lazy("joining", "An account that will be erased cannot be joined.")

drops(Capacity)
merges(Address, _proof)
settles(MailedLink, _void_links)
forbids(Account, _one_is_not_active, reason=_SUSPENDED)
forbids(Account, _one_leaves, reason=_LEAVING)
refuses(Suspension, reason=_SUSPENDED)
refuses(ErasureRequest, reason=_LEAVING)
