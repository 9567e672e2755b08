"""Two accounts of one person become one."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.joining import drops, forbids
from opentwinning.people.accounts.models import Account
from opentwinning.people.safeguarding.models import Agreement, Case, Guardian
from opentwinning.people.safeguarding.vocabulary import CaseState


def _under_a_case(kept: int, gone: int) -> bool:
    """The sentence says no more than it must: who was reported need not know it yet."""
    return Case.objects.filter(author_account__in=(kept, gone), state=CaseState.OPEN).exists()


forbids(
    Account,
    _under_a_case,
    reason=pgettext_lazy("joining", "These accounts cannot be joined now. Ask your office."),
)

drops(Agreement, Guardian)
