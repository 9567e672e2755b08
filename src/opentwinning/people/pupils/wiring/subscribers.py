"""Classes are handed on before their teacher is gone."""

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.people.accounts.events import AccountErasing, AccountSuspended
from opentwinning.people.organisations.events import AffiliationEnded
from opentwinning.people.pupils.actions import (
    hand_classes_on,
    leave_classes_at,
    rest_classes_of,
)


@on(AffiliationEnded)
def leave_classes(event: AffiliationEnded) -> None:
    leave_classes_at(by=SYSTEM, account_id=event.account_id, organisation_id=event.organisation_id)


@on(AccountSuspended)
def send_pupils_out(event: AccountSuspended) -> None:
    rest_classes_of(by=SYSTEM, account_id=event.account_id)


@on(AccountErasing)
def hand_on(event: AccountErasing) -> None:
    hand_classes_on(by=SYSTEM, account_id=event.account_id)
