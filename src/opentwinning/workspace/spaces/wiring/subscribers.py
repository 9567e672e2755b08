"""Names and departures of people reach their memberships."""

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.people.accounts.events import AccountErased, AccountRenamed
from opentwinning.people.pupils.events import PupilRemoved, PupilRenamed
from opentwinning.workspace.spaces.actions import end_memberships, follow_name


@on(AccountRenamed)
def account_is_called_otherwise(event: AccountRenamed) -> None:
    follow_name(by=SYSTEM, account_id=event.account_id, name=event.name)


@on(AccountErased)
def account_is_gone(event: AccountErased) -> None:
    end_memberships(by=SYSTEM, account_id=event.account_id)


@on(PupilRenamed)
def pupil_is_called_otherwise(event: PupilRenamed) -> None:
    follow_name(by=SYSTEM, pupil_id=event.pupil_id, name=event.nickname)


@on(PupilRemoved)
def pupil_is_gone(event: PupilRemoved) -> None:
    end_memberships(by=SYSTEM, pupil_id=event.pupil_id)
