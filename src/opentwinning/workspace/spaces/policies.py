"""Who may read and write in which place of a space (matrix rows 28–37, 4.3)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import SpacePlace, SpaceState


def may_read_place(member: Member | None, place: SpacePlace | str) -> Verdict:
    """Members read the whole space; the staff room is for adults; the pupil corner for pupils and,
    so that no channel of pupils is unsupervised, for the teachers of the space (H2)."""
    if member is None or member.left_at is not None:
        return hidden()
    if place == SpacePlace.STAFF_ROOM and not member.is_adult:
        return hidden()
    return granted()


def may_write_place(member: Member | None, space: Space, place: SpacePlace | str) -> Verdict:
    """Like reading, in an open space; only pupils write in the pupil corner."""
    verdict = may_read_place(member, place)
    if not verdict or member is None:
        return verdict
    if space.state != SpaceState.OPEN:
        return refused(pgettext_lazy("space", "This TwinSpace is read-only now."))
    if place == SpacePlace.PUPIL_CORNER and not member.is_pupil:
        return refused(pgettext_lazy("space", "Only pupils write here. You can read along."))
    return granted()


def may_administer_space(member: Member | None, space: Space) -> Verdict:
    """Project admins of an open space."""
    if member is None or member.left_at is not None:
        return hidden()
    if not member.is_admin:
        return refused(pgettext_lazy("space", "Only project admins may do this."))
    if space.state != SpaceState.OPEN:
        return refused(pgettext_lazy("space", "This TwinSpace is read-only now."))
    return granted()
