"""What each may do in a TwinSpace, asked of the policies that decide (X-43, X-47, X-48)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Text, Verdict, hidden
from opentwinning.workspace.calendar.policies import may_plan_event
from opentwinning.workspace.files.policies import may_upload_file
from opentwinning.workspace.forums.policies import may_open_thread
from opentwinning.workspace.pages.policies import may_create_page
from opentwinning.workspace.posts.policies import may_write_post, needs_approval
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import (
    may_administer_space,
    may_read_place,
    may_write_place,
    while_open,
)
from opentwinning.workspace.spaces.vocabulary import MemberCapacity, SpacePlace

CAPACITY_LABELS = {
    MemberCapacity.ADMIN: pgettext_lazy("capacity", "Project admin"),
    MemberCapacity.EDUCATOR: pgettext_lazy("capacity", "Teacher"),
    MemberCapacity.PUPIL_ADMIN: pgettext_lazy("capacity", "Pupil admin"),
    MemberCapacity.PUPIL: pgettext_lazy("capacity", "Pupil"),
}
# A guest is no member: she is granted one line, every other stays closed (H4).
_GUEST = pgettext_lazy("capacity", "Guest")
_WORDS = pgettext_lazy("rights", "Read the words of pages and of the diary")
_YES = pgettext_lazy("rights", "Yes")
_NO = pgettext_lazy("rights", "No")
_DIARY = pgettext_lazy("rights", "Write in the diary")
_LOOKED_AT = pgettext_lazy("rights", "Yes, a teacher looks first")


@dataclass(frozen=True, slots=True)
class Right:
    """One cell: may somebody of this capacity do it?"""

    capacity: Text
    is_given: bool
    words: Text


@dataclass(frozen=True, slots=True)
class Act:
    """One line: something one does in a TwinSpace, and who may."""

    name: Text
    rights: list[Right]


def _may_bring(member: Member, space: Space) -> Verdict:
    return while_open(space) if member.is_adult else hidden()


_WHOLE = SpacePlace.WHOLE
_ACTS: tuple[tuple[Text, Callable[[Member, Space], Verdict]], ...] = (
    (_WORDS, lambda member, _: may_read_place(member, _WHOLE)),
    (
        pgettext_lazy("rights", "Read pages, diary, forum and calendar"),
        lambda member, _: may_read_place(member, _WHOLE),
    ),
    (_DIARY, lambda member, space: may_write_post(member, space, _WHOLE)),
    (
        pgettext_lazy("rights", "Answer in the forum"),
        lambda member, space: may_write_place(member, space, _WHOLE),
    ),
    (
        pgettext_lazy("rights", "Begin a talk in the forum"),
        lambda member, space: may_open_thread(member, space, _WHOLE),
    ),
    (
        pgettext_lazy("rights", "Add pages"),
        lambda member, space: may_create_page(member, space, _WHOLE),
    ),
    (
        pgettext_lazy("rights", "Add files"),
        lambda member, space: may_upload_file(member, space, _WHOLE),
    ),
    (pgettext_lazy("rights", "Plan events in the calendar"), may_plan_event),
    (
        pgettext_lazy("rights", "Read the pupil corner"),
        lambda member, _: may_read_place(member, SpacePlace.PUPIL_CORNER),
    ),
    (
        pgettext_lazy("rights", "Write in the pupil corner"),
        lambda member, space: may_write_place(member, space, SpacePlace.PUPIL_CORNER),
    ),
    (
        pgettext_lazy("rights", "Read the staff room"),
        lambda member, _: may_read_place(member, SpacePlace.STAFF_ROOM),
    ),
    (pgettext_lazy("rights", "Bring one's own pupils in"), _may_bring),
    (
        pgettext_lazy("rights", "Publish for everybody on the internet"),
        may_administer_space,
    ),
    (
        pgettext_lazy("rights", "Take any pupil out, choose project admins, change settings"),
        may_administer_space,
    ),
)


def rights_in(space: Space) -> list[Act]:
    """As the rules and the state of this TwinSpace are now; no query."""
    return [
        Act(
            name,
            [
                *(_right(name, may, capacity, space) for capacity in CAPACITY_LABELS),
                _of_guest(name, space),
            ],
        )
        for name, may in _ACTS
    ]


def _of_guest(name: Text, space: Space) -> Right:
    given = name is _WORDS and bool(while_open(space))
    return Right(_GUEST, given, _YES if given else _NO)


def _right(
    name: Text, may: Callable[[Member, Space], Verdict], capacity: MemberCapacity, space: Space
) -> Right:
    somebody = Member(space=space, capacity=capacity)  # asked about, never saved
    given = bool(may(somebody, space))
    words = _YES if given else _NO
    if given and name is _DIARY and needs_approval(somebody, _WHOLE):
        words = _LOOKED_AT
    return Right(CAPACITY_LABELS[capacity], given, words)
