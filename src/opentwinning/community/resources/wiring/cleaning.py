"""The trash is emptied every day; the sweep of the disk leaves files of resources alone."""

import datetime as dt
from typing import Any

from opentwinning.community.resources.actions import forget_resources_of, purge_resources
from opentwinning.community.resources.queries import contents_of_resources
from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.work import job
from opentwinning.people.accounts.events import AccountErasing
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.vocabulary import NAMED_ELSEWHERE

NAMED_ELSEWHERE.add(contents_of_resources)


@job("resources.purge", every=dt.timedelta(days=1))
def empty_trash(payload: dict[str, Any]) -> None:
    """Rows first, contents after the commit."""
    disk.remove(*purge_resources(by=SYSTEM))


@on(AccountErasing)
def account_goes(event: AccountErasing) -> None:
    forget_resources_of(by=SYSTEM, account_id=event.account_id)
