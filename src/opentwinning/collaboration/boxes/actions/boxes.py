"""A box from its order to its end (idea 9; J6: each step leaves a line in the ledger)."""

from dataclasses import dataclass

from django.db.models import F
from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.boxes.events import BoxFailed, BoxOrdered, BoxReady
from opentwinning.collaboration.boxes.models import Box
from opentwinning.collaboration.boxes.policies import may_order_box, may_take_box
from opentwinning.collaboration.boxes.vocabulary import TRANSITIONS, BoxState, kept_for
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.permits import permit
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Invalid, Text, deny_unless, granted, hidden
from opentwinning.people.accounts.models import Account
from opentwinning.workspace.spaces.models import Space
from opentwinning.workspace.spaces.queries import member_of

_ONE_AT_A_TIME = pgettext_lazy("box", "A box is being made for you. Wait until it is ready.")
_MOVED_ON = pgettext_lazy("box", "This box is in another state now. Reload the page.")


@dataclass(frozen=True, slots=True)
class Made:
    """A finished box on the disk."""

    stored_name: str
    size: int
    sha256: str
    left_out: int


@action
def order_box(*, by: Actor, space: Space) -> Box:
    """She wants to take the project along; what she may see then is packed after the commit."""
    deny_unless(may_order_box(member_of(by, space)))
    Account.objects.select_for_update().get(pk=by.account)  # two presses at once are one box
    if Box.objects.filter(account_id=by.account, state=BoxState.MAKING).exists():
        raise Invalid(_ONE_AT_A_TIME)
    box = Box.objects.create(space=space, account_id=by.account, language=by.language)
    emit(BoxOrdered(box.ref))
    return box


def tell_progress(box: Box, done: int, total: int) -> None:
    """How far the packing is. Not an action: nothing has happened to anybody."""
    with permit("boxes"):
        rows = Box.objects.filter(pk=box.pk, state=BoxState.MAKING)
        rows.update(done_bytes=done, total_bytes=total, heard_at=now())


@action
def finish_box(*, by: Actor, box: Box, made: Made) -> Box:
    """It lies on the disk. ``Invalid`` when another worker was quicker."""
    box = _locked(by, box)
    move(box, to=BoxState.READY, table=TRANSITIONS, sentence=_MOVED_ON)
    box.made_at = now()
    box.ends_at = now() + kept_for()
    box.stored_name, box.size, box.sha256 = made.stored_name, made.size, made.sha256
    box.left_out, box.done_bytes = made.left_out, F("total_bytes")
    box.save()
    note(box, size=made.size, sha256=made.sha256)
    emit(BoxReady(box.account_id, box.space.ref, box.space.title))
    return box


@action
def fail_box(*, by: Actor, box: Box, sentence: Text) -> Box:
    """It could not be made; she reads why and may ask anew."""
    box = _locked(by, box)
    move(box, to=BoxState.FAILED, table=TRANSITIONS, sentence=_MOVED_ON)
    box.problem = str(sentence)[:300]
    box.ends_at = now() + kept_for()
    box.save(update_fields=["state", "problem", "ends_at"])
    note(box)
    emit(BoxFailed(box.account_id, box.space.ref, box.space.title))
    return box


@action
def take_box(*, by: Actor, box: Box) -> Box:
    """It is handed out: nothing changes, the ledger knows (J6)."""
    deny_unless(may_take_box(by, member_of(by, box.space), box))
    note(box, sha256=box.sha256)
    return box


@action
def forget_box(*, by: Actor, box: Box) -> str:
    """Its days are over. Returns the name of the content that the caller takes off the disk."""
    deny_unless(granted() if by.is_a(Role.SYSTEM) else hidden())
    note(box)
    box.delete()
    return box.stored_name


def _locked(by: Actor, box: Box) -> Box:
    deny_unless(granted() if by.is_a(Role.SYSTEM) else hidden())
    rows = Box.objects.select_for_update(of=("self",)).select_related("space")
    found = rows.filter(pk=box.pk).first()
    if found is None:
        raise Invalid(_MOVED_ON)
    return found
