"""Whoever decides about others has one account, and keeps it (four eyes)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Role
from opentwinning.core.joining import forbids
from opentwinning.people.accounts.models import Account, Capacity
from opentwinning.people.support.models import Mandate

_OFFICES = (
    Role.NATIONAL_OFFICER,
    Role.REGIONAL_OFFICER,
    Role.CENTRAL_OFFICER,
    Role.OPERATOR,
)


def _one_decides(kept: int, gone: int) -> bool:
    """A mandate that has ended counts too: its officer may have decided about the other."""
    pair = (kept, gone)
    return (
        Mandate.objects.filter(account__in=pair).exists()
        or Capacity.objects.filter(account__in=pair, role__in=_OFFICES).exists()
    )


forbids(
    Account,
    _one_decides,
    reason=pgettext_lazy("joining", "Accounts of officers and operators cannot be joined."),
)
