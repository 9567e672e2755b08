"""The trash is emptied every day; nobody finds what an erased person wrote (J3)."""

import datetime as dt
from typing import Any

from opentwinning.community.walls.actions import forget_author, purge_wall_posts
from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.work import job
from opentwinning.people.accounts.events import AccountErasing


@job("walls.purge", every=dt.timedelta(days=1))
def empty_trash(payload: dict[str, Any]) -> None:
    """Running twice changes nothing more."""
    purge_wall_posts(by=SYSTEM)


@on(AccountErasing)
def account_goes(event: AccountErasing) -> None:
    forget_author(by=SYSTEM, account_id=event.account_id)
