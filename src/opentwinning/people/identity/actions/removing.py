"""What follows when a second proof goes."""

import datetime as dt

from django.utils.translation import pgettext

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.accounts.models import Account
from opentwinning.people.identity.events import FactorRemoved
from opentwinning.people.identity.models import Authenticator, Passkey, RecoveryCode
from opentwinning.people.identity.policies import may_drop_factors
from opentwinning.people.identity.queries import has_second_factor, needs_second_factor
from opentwinning.people.identity.vocabulary import Factor


def settle_removal(
    account: Account, factor: Factor, label: str = "", *, dropped: bool = False
) -> None:
    """Part of an action: printed codes go with the last proof they stood in for. Whose role needs
    one keeps the last (A13)."""
    if not has_second_factor(account.pk):
        if not dropped and needs_second_factor(account):
            raise Invalid(
                pgettext("identity", "Your role needs a second step. Add another one first.")
            )
        RecoveryCode.objects.filter(account=account).delete()
    emit(FactorRemoved(account_id=account.pk, factor=factor, label=label))


@action
def drop_factors(*, by: Actor, account: Account, reason: str) -> bool:
    """Take every second proof of somebody who lost them all; she is told by mail. False when there
    was none."""
    deny_unless(may_drop_factors(by))
    account = Account.objects.select_for_update().get(pk=account.pk)
    note(account, reason=reason)
    keys = list(Passkey.objects.filter(account=account))
    Passkey.objects.filter(account=account).delete()
    had_app = Authenticator.objects.filter(account=account).delete()[0] > 0
    if had_app:
        settle_removal(account, Factor.APP, dropped=True)
    for passkey in keys:
        settle_removal(account, Factor.PASSKEY, passkey.name, dropped=True)
    return had_app or bool(keys)


@action
def drop_newer_factors(*, by: Actor, account: Account, since: dt.datetime) -> bool:
    """An account was taken back: proofs added since then may be a thief's. Whose role needs a
    second proof keeps hers, for an address alone must never open it (A13); the console helps. True
    when something went."""
    deny_unless(may_drop_factors(by))
    account = Account.objects.select_for_update().get(pk=account.pk)
    note(account, since=since)
    if needs_second_factor(account):
        return False
    newer = Passkey.objects.filter(account=account, added_at__gte=since)
    names = list(newer.values_list("name", flat=True))
    newer.delete()
    RecoveryCode.objects.filter(account=account, made_at__gte=since).delete()
    had_app = Authenticator.objects.filter(account=account, added_at__gte=since).delete()[0] > 0
    if had_app:
        settle_removal(account, Factor.APP, dropped=True)
    for name in names:
        settle_removal(account, Factor.PASSKEY, name, dropped=True)
    return had_app or bool(names)
