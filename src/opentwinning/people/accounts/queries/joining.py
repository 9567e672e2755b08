"""Which two accounts somebody may make one of (M-11)."""

from typing import Any

from opentwinning.core import joining
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.vocabulary import AccountState


def left_account(ref: str, epoch: int) -> Account | None:
    """The account somebody has just left to prove another; None when its sessions were ended."""
    active = Account.objects.filter(state=AccountState.ACTIVE)
    return active.filter(ref=ref, session_epoch=epoch).first()


def what_stands_against(one: Account, other: Account) -> list[Any]:
    """Sentences: why the two cannot be joined, whichever of them goes on; empty when they can."""
    there = joining.obstacles(Account, one.pk, other.pk)
    back = joining.obstacles(Account, other.pk, one.pk)
    return [reason for reason in there if reason in back]


def older_first(one: Account, other: Account) -> list[Account]:
    """The two as she is asked which goes on: the longer known first."""
    return sorted((one, other), key=lambda each: (each.created_at, each.pk))
