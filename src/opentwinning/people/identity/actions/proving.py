"""The second proof is given."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.sealing import Unreadable
from opentwinning.people.accounts.models import Account
from opentwinning.people.identity.events import RecoveryCodeUsed
from opentwinning.people.identity.models import Authenticator, RecoveryCode
from opentwinning.people.identity.queries import step_of_code
from opentwinning.people.identity.vocabulary import Factor


@action
def prove_with_code(*, by: Actor, account: Account, code: str) -> Factor | None:
    """Which kind of proof the code was, or None for a wrong, old or used one. A code is accepted
    once, also when two browsers send it in the same moment. Whoever calls has counted the try."""
    account = Account.objects.select_for_update().get(pk=account.pk)
    factor = _of_the_app(account, code) or _of_the_paper(account, code)
    note(account, outcome=factor or "refused")
    return factor


def _of_the_app(account: Account, code: str) -> Factor | None:
    app = Authenticator.objects.filter(account=account).first()
    if app is None:
        return None
    try:
        step = step_of_code(app.key, code, after=app.last_step)
    except Unreadable:  # the installation's key was changed: no code can be right
        return None
    if step is None:
        return None
    app.last_step, app.last_used_at = step, now()
    app.save(update_fields=["last_step", "last_used_at"])
    return Factor.APP


def _of_the_paper(account: Account, code: str) -> Factor | None:
    hashed = RecoveryCode.hashed(account.pk, code)
    open_codes = RecoveryCode.objects.filter(account=account, used_at=None)
    if not open_codes.filter(code_hash=hashed).update(used_at=now()):
        return None
    emit(RecoveryCodeUsed(account_id=account.pk, left=open_codes.count()))
    return Factor.CODE
