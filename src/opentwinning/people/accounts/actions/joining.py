"""Two accounts of one person become one (M-11, M-14). What becomes of each table its app says in
``wiring/joining.py``; here are the proofs, the locks and the end of the other account."""

from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.utils.translation import pgettext

from opentwinning.core import joining
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.notifications.actions import queue_mail
from opentwinning.people.accounts.events import AccountsJoined
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.policies import may_change_account
from opentwinning.people.accounts.queries import confirmed_addresses
from opentwinning.people.accounts.vocabulary import AccountState


@action
def join_accounts(
    *, by: Actor, account: Account, other: Account, epoch: int, stays: str
) -> Account:
    """Make one account of two and return it. ``account`` is hers now; ``other`` she left minutes
    ago, when its sessions were of ``epoch``. ``stays``: the public id of the one that goes on.
    Every session of both ends. Raises ``Invalid`` when something stands against it."""
    deny_unless(may_change_account(by, account))
    pair = Account.objects.select_for_update().filter(pk__in=(account.pk, other.pk))
    found = {each.ref: each for each in pair.order_by("pk")}
    if found[other.ref].session_epoch != epoch or account.pk == other.pk or stays not in found:
        raise Invalid(pgettext("joining", "This took too long. Begin again."))
    kept = found.pop(stays)
    (gone,) = found.values()
    addresses = [*confirmed_addresses(kept), *confirmed_addresses(gone)]
    try:
        given = joining.join(Account, kept.pk, gone.pk)
    except joining.CannotJoin as refusal:
        raise Invalid(" ".join(str(reason) for reason in refusal.reasons)) from refusal
    _close(gone, kept)
    kept.session_epoch += 1
    kept.save(update_fields=["session_epoch"])
    note(kept, joined=gone.ref, given=given)
    emit(AccountsJoined(account_id=kept.pk, gone_id=gone.pk))
    for address in addresses:
        _tell(kept, gone, address)
    return kept


def _close(gone: Account, kept: Account) -> None:
    """Nothing opens it any more, and nothing in it names her. Its number leads to ``kept``."""
    gone.email = f"joined-{uuid4().hex}@joined.invalid"
    gone.name = ""
    gone.password = make_password(None)
    gone.state = AccountState.JOINED
    gone.session_epoch += 1
    gone.last_sign_in_at = None
    gone.joined_into = kept
    gone.save()


def _tell(kept: Account, gone: Account, address: str) -> None:
    """Every address of both learns it: whoever did not want this has to know."""
    queue_mail(
        to=address,
        account_id=kept.pk,
        language=kept.language,
        template="accounts/mail/joined.txt",
        facts={"name": kept.name, "email": kept.email, "url": "/sign-in"},
        dedupe_key=f"joined:{gone.pk}:{address}",
    )
