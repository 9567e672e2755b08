"""Thirty days to think; and what stays behind when a thing is gone for good."""

import datetime as dt

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import deny_unless
from opentwinning.workspace.remarks.models import Reaction, Remark
from opentwinning.workspace.remarks.policies import may_delete_remark, may_undelete_remark
from opentwinning.workspace.remarks.queries import locked_remark, things_gone
from opentwinning.workspace.remarks.vocabulary import TRASH_DAYS


@action
def delete_remark(*, by: Actor, remark: Remark) -> Remark:
    """Nobody sees it any more; its answers go and come with it."""
    thing, remark = locked_remark(by, remark.ref)
    deny_unless(may_delete_remark(thing, remark))
    remark.deleted_at = now()
    remark.save(update_fields=["deleted_at"])
    note(remark)
    return remark


@action
def undelete_remark(*, by: Actor, remark: Remark) -> Remark:
    """Put it back where it stood."""
    thing, remark = locked_remark(by, remark.ref)
    deny_unless(may_undelete_remark(thing, remark))
    remark.deleted_at = None
    remark.save(update_fields=["deleted_at"])
    note(remark)
    return remark


@action
def purge_remarks(*, by: Actor) -> int:
    """Forget what was deleted long enough ago, and what was said about things that are gone for
    good; returns how many."""
    limit = now() - dt.timedelta(days=TRASH_DAYS)
    gone = things_gone()
    old, _ = Remark.objects.filter(deleted_at__lt=limit).delete()
    for kind, refs in gone.items():
        old += Remark.objects.filter(kind=kind, thing_ref__in=refs).delete()[0]
        Reaction.objects.filter(kind=kind, thing_ref__in=refs).delete()
    note(remarks=old)
    return old


@action
def empty_remarks(*, by: Actor, space_id: int) -> None:
    """The space is emptied: nothing stays."""
    note(space=space_id)
    Remark.objects.filter(space=space_id).delete()
    Reaction.objects.filter(space=space_id).delete()
