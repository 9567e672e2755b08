"""The doors of remarks: through the thing they are about."""

from collections.abc import Callable

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, Verdict, deny_unless, hidden
from opentwinning.workspace.remarks.models import Remark
from opentwinning.workspace.remarks.policies import (
    may_answer,
    may_delete_remark,
    may_edit_remark,
    may_hide_remark,
    may_see_remark,
    may_settle_remark,
    may_undelete_remark,
)
from opentwinning.workspace.remarks.vocabulary import REMARKABLES
from opentwinning.workspace.spaces.queries import Thing

_RULES: dict[str, Callable[[Thing, Remark], Verdict]] = {
    "read": may_see_remark,
    "answer": may_answer,
    "edit": may_edit_remark,
    "settle": may_settle_remark,
    "hide": may_hide_remark,
    "delete": may_delete_remark,
    "undelete": may_undelete_remark,
}


def access_thing(actor: Actor, kind: str, ref: str) -> Thing:
    """The thing as its own door shows it; a kind nobody declared is an absent page."""
    found = REMARKABLES.get(kind)
    if found is None:
        raise Refused(hidden())
    return found.door(actor, ref)


def access_remark(actor: Actor, ref: str, *, to: str = "read") -> tuple[Thing, Remark]:
    """A remark and its thing; ``to`` is read, answer, edit, settle, hide or delete."""
    rows = Remark.objects.select_related("space", "author__pupil", "author__account")
    return _through(actor, rows.filter(ref=ref).first(), to)


def access_deleted_remark(actor: Actor, ref: str) -> tuple[Thing, Remark]:
    """A deleted one, for whoever may take it back."""
    return _through(actor, Remark.objects.filter(ref=ref).first(), "undelete")


def locked_remark(actor: Actor, ref: str) -> tuple[Thing, Remark]:
    """For actions: the remark as it stands now, held until the end of the transaction, and the
    thing as the actor sees it. The action asks its own policy."""
    rows = Remark.objects.select_for_update(of=("self",))
    rows = rows.select_related("space", "author__pupil", "author__account")
    remark = rows.filter(ref=ref).first()
    if remark is None:
        raise Refused(hidden())
    return access_thing(actor, remark.kind, remark.thing_ref), remark


def _through(actor: Actor, remark: Remark | None, to: str) -> tuple[Thing, Remark]:
    if remark is None:
        raise Refused(hidden())
    thing = access_thing(actor, remark.kind, remark.thing_ref)
    deny_unless(_RULES[to](thing, remark))
    return thing, remark
