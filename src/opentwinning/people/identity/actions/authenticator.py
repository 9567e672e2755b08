"""An authenticator app comes and goes (A13)."""

from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.accounts.models import Account
from opentwinning.people.identity.actions.recovery import first_codes
from opentwinning.people.identity.actions.removing import settle_removal
from opentwinning.people.identity.events import FactorAdded
from opentwinning.people.identity.models import Authenticator
from opentwinning.people.identity.policies import may_change_factors
from opentwinning.people.identity.queries import step_of_code
from opentwinning.people.identity.vocabulary import Factor


@action
def add_authenticator(*, by: Actor, account: Account, key: str, code: str) -> list[str]:
    """Take an app whose first code is right; it replaces the one before. Returns new recovery codes
    to show when the account had none, else nothing."""
    deny_unless(may_change_factors(by, account))
    account = Account.objects.select_for_update().get(pk=account.pk)
    step = step_of_code(key, code)
    if step is None:
        raise Invalid(
            pgettext("identity", "This code is not right. Wait for the next one and type it."),
            "code",
        )
    Authenticator.objects.update_or_create(
        account=account,
        defaults={
            "sealed_key": Authenticator.sealed(key),
            "last_step": step,
            "added_at": now(),
        },
    )
    note(account)
    emit(FactorAdded(account_id=account.pk, factor=Factor.APP))
    return first_codes(account)


@action
def remove_authenticator(*, by: Actor, account: Account) -> None:
    """The app opens nothing any more."""
    deny_unless(may_change_factors(by, account))
    account = Account.objects.select_for_update().get(pk=account.pk)
    note(account)
    if Authenticator.objects.filter(account=account).delete()[0]:
        settle_removal(account, Factor.APP)
