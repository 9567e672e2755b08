"""Who may read and write in which place of a space (matrix rows 28–37, 4.3)."""

import datetime as dt
from typing import Protocol

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.pupils.vocabulary import UNDER_13
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import LooksFirst, SpacePlace, SpaceState


class Placed(Protocol):
    """Something that stands in a place of a space and can lie in its trash."""

    space_id: int
    place: str
    deleted_at: dt.datetime | None


class Deleted(Placed, Protocol):
    """The same where it is remembered who deleted it."""

    deleted_by_id: int | None


def may_read_place(member: Member | None, place: SpacePlace | str) -> Verdict:
    """Members read the whole space; the staff room is for adults; the pupil corner for pupils and,
    so that no channel of pupils is unsupervised, for the teachers of the space (H2)."""
    if member is None or member.left_at is not None:
        return hidden()
    if place == SpacePlace.STAFF_ROOM and not member.is_adult:
        return hidden()
    return granted()


def may_read_thing(member: Member | None, thing: Placed) -> Verdict:
    """Whoever reads its place, while it is not in the trash."""
    verdict = may_read_place(member, thing.place)
    if not verdict or member is None:
        return verdict
    gone = thing.deleted_at is not None or thing.space_id != member.space_id
    return hidden() if gone else granted()


def while_open(space: Space) -> Verdict:
    """A closed project is only read."""
    if space.state == SpaceState.OPEN:
        return granted()
    return refused(pgettext_lazy("space", "This TwinSpace is read-only now."))


def may_take_back(
    member: Member | None, space: Space, thing: Deleted, *others: int | None
) -> Verdict:
    """Out of the trash: whoever put it there, project admins, and further members by their ids;
    nobody else learns of it."""
    if not may_read_place(member, thing.place) or member is None or thing.deleted_at is None:
        return hidden()
    if not (member.is_admin or member.pk in {thing.deleted_by_id, *others}):
        return hidden()
    return while_open(space)


def may_write_place(member: Member | None, space: Space, place: SpacePlace | str) -> Verdict:
    """Like reading, in an open space; only pupils write in the pupil corner."""
    verdict = may_read_place(member, place)
    if not verdict or member is None:
        return verdict
    verdict = while_open(space)
    if verdict and place == SpacePlace.PUPIL_CORNER and not member.is_pupil:
        return refused(pgettext_lazy("space", "Only pupils write here. You can read along."))
    return verdict


def is_looked_at_first(member: Member | None, space: Space) -> bool:
    """Whether a teacher looks at this member's words before others see them (H13)."""
    if member is None or not member.is_pupil or space.looks_first == LooksFirst.NOBODY:
        return False
    if space.looks_first == LooksFirst.PUPILS:
        return True
    return member.pupil is not None and member.pupil.school_class.age_band in UNDER_13


def may_administer_space(member: Member | None, space: Space) -> Verdict:
    """Project admins of an open space."""
    if member is None or member.left_at is not None:
        return hidden()
    if not member.is_admin:
        return refused(pgettext_lazy("space", "Only project admins may do this."))
    return while_open(space)
