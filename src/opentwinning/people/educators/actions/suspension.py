"""A support organisation suspends an educator, or lifts it (row 11)."""

import datetime as dt

from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.accounts.actions import restore_account, suspend_account
from opentwinning.people.accounts.models import Suspension
from opentwinning.people.accounts.queries import running_suspension
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.policies import may_suspend_educator
from opentwinning.people.support.queries import programme, support_organisation_of


@action
def suspend_educator(
    *, by: Actor, educator: Educator, reason: str, until: dt.datetime | None = None
) -> Suspension:
    """She cannot enter until the day, or until it is lifted; her contents stay."""
    deny_unless(may_suspend_educator(by, educator))
    note(educator, until=until)
    return suspend_account(
        by=by, account=educator.account, reason=reason, office=_speaker(by, educator), until=until
    )


@action
def lift_suspension(*, by: Actor, educator: Educator, answer: str = "") -> Suspension:
    """She may enter again; an objection that waits needs no answer any more."""
    deny_unless(may_suspend_educator(by, educator))
    note(educator)
    return restore_account(by=by, suspension=_running(educator), answer=answer)


def _running(educator: Educator) -> Suspension:
    suspension = running_suspension(educator.account)
    if suspension is None:
        raise Invalid(pgettext("suspension", "This account is not suspended."))
    return suspension


def _speaker(by: Actor, educator: Educator) -> str:
    """The name under which she reads the decision; officers are never named."""
    office = support_organisation_of(educator.country)
    if by.is_a(Role.NATIONAL_OFFICER) and educator.country in by.countries and office is not None:
        return office.name
    return programme().name
