"""The doors."""

from typing import Literal

from django.db.models import QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.core.recall import once_per_page
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.accounts.queries import account_at
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.policies import (
    may_edit_educator,
    may_see_educator,
    may_suspend_educator,
    may_validate_educator,
)
from opentwinning.people.educators.vocabulary import ValidationState
from opentwinning.people.support.queries import is_in_charge

type Intention = Literal["see", "edit", "validate", "suspend"]

_POLICIES = {
    "see": may_see_educator,
    "edit": may_edit_educator,
    "validate": may_validate_educator,
    "suspend": may_suspend_educator,
}


def access_educator(actor: Actor, ref: str, *, to: Intention) -> Educator:
    """The educator behind a public id, for one intention; absent and forbidden look alike (B3)."""
    educator = Educator.objects.select_related("account").filter(ref=ref).first()
    if educator is None:
        raise Refused(hidden())
    if educator.account.joined_into_id is not None:  # the old address of a joined profile (M-11)
        educator = Educator.objects.select_related("account").get(
            account_id=educator.account.joined_into_id
        )
    deny_unless(_POLICIES[to](actor, educator))
    return educator


@prepared
def _of_account(account: int) -> QuerySet[Educator]:
    return Educator.objects.select_related("account").filter(account_id=account).order_by("pk")


@once_per_page
def educator_of(actor: Actor) -> Educator | None:
    """The actor's own profile; None for somebody who does not teach."""
    if actor.account_id is None:
        return None
    return next(iter(_of_account(actor.account_id)), None)


def educator_by_email(actor: Actor, email: str, *, country: str) -> Educator | None:
    """A validated educator of a country by any confirmed address of hers, for an officer in charge
    of it."""
    account = account_at(email) if is_in_charge(actor, country) else None
    if account is None:
        return None
    return (
        Educator.objects.select_related("account")
        .filter(
            account=account,
            country=country,
            validation_state=ValidationState.VALIDATED,
        )
        .first()
    )
