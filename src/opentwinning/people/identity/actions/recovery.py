"""Printed codes: made together, seen once."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.events import emit
from opentwinning.core.ids import new_code
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.accounts.models import Account
from opentwinning.people.identity.events import RecoveryCodesRenewed
from opentwinning.people.identity.models import RecoveryCode
from opentwinning.people.identity.policies import may_change_factors
from opentwinning.people.identity.vocabulary import RECOVERY_CODES, RECOVERY_LENGTH


@action
def renew_recovery_codes(*, by: Actor, account: Account) -> list[str]:
    """Ten new codes; the ones before open nothing any more. Only their hashes are stored, so the
    caller must show them now."""
    deny_unless(may_change_factors(by, account))
    note(account)
    emit(RecoveryCodesRenewed(account_id=account.pk))
    return fresh_codes(account)


def fresh_codes(account: Account) -> list[str]:
    """Part of an action: replace the codes of the account."""
    RecoveryCode.objects.filter(account=account).delete()
    codes = [new_code(RECOVERY_LENGTH) for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(account=account, code_hash=RecoveryCode.hashed(account.pk, code))
        for code in codes
    )
    return ["-".join(code[i : i + 4] for i in range(0, len(code), 4)) for code in codes]


def first_codes(account: Account) -> list[str]:
    """Part of an action: codes for somebody who has none left; else an empty list."""
    if RecoveryCode.objects.filter(account=account, used_at=None).exists():
        return []
    return fresh_codes(account)
