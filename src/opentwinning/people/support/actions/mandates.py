"""Officers come and go."""

import datetime as dt

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.accounts.actions import grant_capacity, revoke_capacity
from opentwinning.people.accounts.models import Account
from opentwinning.people.support.models import Mandate
from opentwinning.people.support.policies import may_appoint_officer


@action
def appoint_officer(
    *, by: Actor, account: Account, country: str, until: dt.datetime | None = None, reason: str = ""
) -> Mandate:
    """Give a mandate for a country, or with country "" for the centre."""
    deny_unless(may_appoint_officer(by, central=not country))
    role = Role.NATIONAL_OFFICER if country else Role.CENTRAL_OFFICER
    grant_capacity(by=by, account=account, role=role, country=country, until=until, reason=reason)
    note(country=country)
    return Mandate.objects.create(account=account, country=country, until=until)


@action
def end_mandate(*, by: Actor, mandate: Mandate, reason: str) -> None:
    """Take a mandate back at once."""
    deny_unless(may_appoint_officer(by, central=not mandate.country))
    role = Role.NATIONAL_OFFICER if mandate.country else Role.CENTRAL_OFFICER
    revoke_capacity(
        by=by, account=mandate.account, role=role, country=mandate.country, reason=reason
    )
    mandate.revoked_at = now()
    mandate.save(update_fields=["revoked_at"])
