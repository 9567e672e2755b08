"""Who takes a project along (idea 9; matrix row 13)."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.boxes.models import Arrival, Box
from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.policies import may_read_place
from opentwinning.workspace.spaces.vocabulary import SpacePlace

_NOT_READY = pgettext_lazy("box", "This box is not ready.")


def may_order_box(member: Member | None) -> Verdict:
    """Teachers who belong to the project, as long as they can read it: also when it is closed, and
    in the days before it is deleted."""
    return may_read_place(member, SpacePlace.STAFF_ROOM)


def may_take_box(actor: Actor, member: Member | None, box: Box) -> Verdict:
    """Only who ordered it, while she still belongs to the project."""
    verdict = may_order_box(member)
    if not verdict or member is None:
        return verdict
    if box.account_id != actor.account_id or box.space_id != member.space_id:
        return hidden()
    return granted() if box.is_ready else refused(_NOT_READY)


def may_bring_box(actor: Actor) -> Verdict:
    """Validated educators: what comes is for them alone."""
    return granted() if actor.is_a(Role.VALIDATED) else hidden()


def may_see_arrival(actor: Actor, arrival: Arrival) -> Verdict:
    """Only who brought it."""
    is_hers = actor.account_id is not None and arrival.account_id == actor.account_id
    return may_bring_box(actor) if is_hers else hidden()
