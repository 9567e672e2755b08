"""Who is suspended, and until when."""

from opentwinning.core.clock import now
from opentwinning.people.accounts.models import Account, Suspension
from opentwinning.people.accounts.vocabulary import AccountState


def running_suspension(account: Account) -> Suspension | None:
    """The suspension that holds now."""
    rows = Suspension.objects.select_related("account")
    return rows.filter(account=account, ended_at=None).first()


def suspended_account(pk: int, epoch: int) -> Account | None:
    """The account behind a ticket, while it is still the suspension the ticket was given for."""
    rows = Account.objects.filter(pk=pk, session_epoch=epoch, state=AccountState.SUSPENDED)
    return rows.first()


def suspensions_over() -> list[Suspension]:
    """Those whose term has passed."""
    rows = Suspension.objects.select_related("account")
    return list(rows.filter(ended_at=None, until__lte=now()).order_by("until", "pk"))
