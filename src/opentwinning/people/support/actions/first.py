"""The very first person of an installation (A18): there is no default account."""

import secrets

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.accounts.actions import (
    begin_with_link,
    create_account,
    grant_capacity,
)
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import accounts_with
from opentwinning.people.support.actions.mandates import appoint_officer
from opentwinning.people.support.policies import may_set_up_the_first


@action
def create_first_operator(
    *, by: Actor, email: str, name: str, language: str, is_central: bool
) -> str:
    """Create the first operator, with ``is_central`` also the first central officer. Returns the
    path of a one-time link to choose a password. Works until the operator has signed in once; a
    link that was lost or is too old is replaced by asking again with the same address."""
    deny_unless(may_set_up_the_first(by))
    email = email.strip().lower()
    operators = accounts_with(Role.OPERATOR)
    if any(known.last_sign_in_at or known.email != email for known in operators):
        raise Invalid("This installation has an operator already.")
    if operators:
        account = operators[0]
    else:
        account = create_account(
            by=by, email=email, name=name, password=secrets.token_urlsafe(32), language=language
        )
        _appoint(by, account, is_central=is_central)
    note(account)
    return begin_with_link(by=by, account=account)


def _appoint(by: Actor, account: Account, *, is_central: bool) -> None:
    reason = "first person of the installation"
    grant_capacity(by=by, account=account, role=Role.OPERATOR, reason=reason)
    if is_central:
        appoint_officer(by=by, account=account, country="", reason=reason)
