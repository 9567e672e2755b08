"""Two profiles of one educator become one: she thanked once, keeps once, and never thanks
herself."""

from opentwinning.community.resources.actions import recount_thanks
from opentwinning.community.resources.models import Kept, Thanks
from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.joining import drops
from opentwinning.people.accounts.events import AccountsJoined

drops(Thanks, Kept)


@on(AccountsJoined)
def count_anew(event: AccountsJoined) -> None:
    recount_thanks(by=SYSTEM, account_id=event.account_id)
