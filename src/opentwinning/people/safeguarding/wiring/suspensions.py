"""A suspension is stated like every other decision, and objected to in the same place (H17)."""

from typing import Any

from opentwinning.core.actor import SYSTEM, Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.clock import now
from opentwinning.core.events import on
from opentwinning.core.places import PANELS, Panel
from opentwinning.people.accounts.events import AccountRestored, AccountSuspended
from opentwinning.people.accounts.models import Account, Suspension
from opentwinning.people.accounts.queries import actor_of, running_suspension
from opentwinning.people.educators.models import Educator
from opentwinning.people.safeguarding.actions import end_statements, state_reasons
from opentwinning.people.safeguarding.policies import may_answer_appeal
from opentwinning.people.safeguarding.queries import pass_to, statement_about
from opentwinning.people.safeguarding.vocabulary import ACCOUNT, Measure

_OFFICIAL = (
    Role.NATIONAL_OFFICER,
    Role.REGIONAL_OFFICER,
    Role.CENTRAL_OFFICER,
    Role.OPERATOR,
)


@on(AccountSuspended)
def state_suspension(event: AccountSuspended) -> None:
    account = Account.objects.get(pk=event.account_id)
    suspension = running_suspension(account)
    if suspension is None:
        return
    state_reasons(
        by=SYSTEM,
        kind=ACCOUNT,
        item_ref=account.ref,
        title=account.name,
        url=_place_of(account),
        country=_country_of(account),
        reason=suspension.reason,
        measure=Measure.SUSPEND,
        account=account,
        by_account_id=event.by_account_id or None,
    )


def _place_of(account: Account) -> str:
    educator = Educator.objects.filter(account=account).first()
    return f"/educators/{educator.ref}/suspension" if educator else ""


def _country_of(account: Account) -> str:
    """The office of her country answers; the centre for officers and operators themselves."""
    educator = Educator.objects.filter(account=account).first()
    if educator is None or actor_of(account).is_a(*_OFFICIAL):
        return ""
    return educator.country


@on(AccountRestored)
def end_statement(event: AccountRestored) -> None:
    end_statements(by=SYSTEM, kind=ACCOUNT, item_ref=event.ref)


def way_to_object(actor: Actor, suspension: Suspension) -> dict[str, Any] | None:
    """For who cannot sign in: a short-lived way to her statement."""
    statement = statement_about(suspension)
    if statement is None:
        return None
    way = reverse("safeguarding:opened", args=[pass_to(statement)])
    may_object = statement.is_open_to_appeal(now())
    return {"statement": statement, "way": way, "may_object": may_object}


def objection(actor: Actor, suspension: Suspension) -> dict[str, Any] | None:
    """For who looks at a suspension: what she says against it."""
    statement = statement_about(suspension)
    if statement is None or statement.appealed_at is None:
        return None
    return {"statement": statement, "may_answer": bool(may_answer_appeal(actor, statement))}


PANELS.add(Panel("suspended", "safeguarding/on_suspended.html", way_to_object))
PANELS.add(Panel("suspension", "safeguarding/on_suspension.html", objection))
