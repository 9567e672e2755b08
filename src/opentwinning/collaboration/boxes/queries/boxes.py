"""One box, and the lists the schedule needs."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from opentwinning.collaboration.boxes.models import Box
from opentwinning.collaboration.boxes.policies import may_take_box
from opentwinning.collaboration.boxes.vocabulary import SILENT_FOR, BoxState
from opentwinning.core.actor import Actor, Role
from opentwinning.core.boxes import BOX_PARTS
from opentwinning.core.clock import now
from opentwinning.core.notices import reader
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.spaces.queries import Presence, presence_in
from opentwinning.workspace.spaces.vocabulary import SpacePlace


def latest_box(presence: Presence) -> Box | None:
    """The member's own newest box of this space; None when its days are over."""
    rows = Box.objects.filter(space=presence.space, account=presence.member.account_id or 0)
    alive = rows.filter(Q(ends_at=None) | Q(ends_at__gt=now()))
    return alive.order_by("-pk").first()


def access_box(actor: Actor, presence: Presence, ref: str) -> Box:
    """A box that is ready, for whoever ordered it."""
    found = Box.objects.filter(ref=ref).first()
    if found is None:
        raise Refused(hidden())
    deny_unless(may_take_box(actor, presence.member, found))
    return found


def presence_for(box: Box) -> Presence | None:
    """With the rights of now: whom the box is made for, or None when she has no right to it any
    more."""
    actor = reader(box.account_id)
    if actor is None or not actor.is_a(Role.VALIDATED):
        return None
    try:
        return presence_in(actor, box.space, place=SpacePlace.STAFF_ROOM)
    except Refused:
        return None


def goes_beyond(presence: Presence, refs: Iterable[str]) -> bool:
    """Whether something among these is not for this member any more: deleted, hidden after a
    report, closed because a family took its consent back (H10, H17)."""
    missing = set(refs)
    for part in BOX_PARTS:
        missing.difference_update(part.refs(presence))
    return bool(missing)


def contents_of_boxes(names: list[str]) -> set[str]:
    """Which of these contents belong to boxes."""
    rows = Box.objects.filter(stored_name__in=names)
    return set(rows.values_list("stored_name", flat=True))


def boxes_to_forget() -> QuerySet[Box]:
    """Their days are over."""
    return Box.objects.filter(ends_at__lte=now())


def silent_boxes() -> QuerySet[Box]:
    """Somebody began to make them, and nothing was heard for a long time."""
    return Box.objects.filter(state=BoxState.MAKING, heard_at__lte=now() - SILENT_FOR)
