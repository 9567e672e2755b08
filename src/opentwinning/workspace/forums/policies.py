"""Who opens threads, replies, hides and deletes (matrix rows 32, 33; X-46 to X-48)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.workspace.forums.models import Reply, Thread
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import (
    is_looked_at_first,
    may_read_thing,
    may_take_back,
    may_write_place,
    while_open,
)
from opentwinning.workspace.spaces.vocabulary import MemberCapacity, SpacePlace

_NO_OPENING = pgettext_lazy("forum", "Pupils reply here. Ask your teacher to begin a new talk.")
_CLOSED = pgettext_lazy("forum", "This talk is closed. You can read it.")
_OWN = pgettext_lazy("forum", "Only its author may change this.")
_WITHHELD = pgettext_lazy("safeguarding", "This is hidden after a report.")
_TEACHERS = pgettext_lazy("forum", "Only teachers may do this.")


def may_read_thread(member: Member | None, thread: Thread) -> Verdict:
    """Whoever reads the place."""
    return may_read_thing(member, thread)


def may_see_reply(member: Member | None, reply: Reply) -> Verdict:
    """Whoever reads the thread; a hidden one only teachers and its author."""
    verdict = may_read_thread(member, reply.thread)
    if not verdict or member is None:
        return verdict
    if reply.deleted_at is not None:
        return hidden()
    seen = reply.hidden_at is None or member.is_adult or reply.author_id == member.pk
    return granted() if seen else hidden()


def may_open_thread(member: Member | None, space: Space, place: SpacePlace | str) -> Verdict:
    """Educators and pupil admins; pupils when the project admins allow it (X-47), but nobody whose
    words wait for a teacher (H13): a title stands in lists."""
    verdict = may_write_place(member, space, place)
    if not verdict or member is None:
        return verdict
    if member.capacity == MemberCapacity.PUPIL and not space.pupils_may_open_threads:
        return refused(_NO_OPENING)
    if is_looked_at_first(member, space):
        return refused(_NO_OPENING)
    return granted()


def may_reply(member: Member | None, space: Space, thread: Thread) -> Verdict:
    """Every member who writes in the place, while the thread is open."""
    verdict = may_read_thread(member, thread)
    if not verdict:
        return verdict
    verdict = may_write_place(member, space, thread.place)
    if not verdict:
        return verdict
    return refused(_CLOSED) if thread.is_closed else granted()


def may_edit_reply(member: Member | None, space: Space, reply: Reply) -> Verdict:
    """One's own, while it is seen and the talk is open."""
    verdict = may_reply(member, space, reply.thread)
    if not verdict or member is None:
        return verdict
    away = reply.hidden_at is not None and not reply.is_held and not member.is_adult
    if reply.deleted_at is not None or away:
        return hidden()
    seen = reply.hidden_at is None or reply.is_held
    own = reply.author_id == member.pk and seen
    return granted() if own else refused(_OWN)


def may_delete_reply(member: Member | None, space: Space, reply: Reply) -> Verdict:
    """One's own; project admins any. The opening goes with its thread."""
    verdict = may_read_thread(member, reply.thread)
    if not verdict or member is None:
        return verdict
    if reply.deleted_at is not None:
        return hidden()
    own = member.is_admin or reply.author_id == member.pk
    return while_open(space) and (granted() if own else refused(_OWN))


def may_undelete_reply(member: Member | None, space: Space, reply: Reply) -> Verdict:
    """Whoever may delete it may take it back."""
    verdict = may_read_thread(member, reply.thread)
    if not verdict or member is None:
        return verdict
    if reply.deleted_at is None:
        return hidden()
    if not (member.is_admin or reply.author_id == member.pk):
        return hidden()
    return while_open(space)


def may_hide_reply(member: Member | None, space: Space, reply: Reply) -> Verdict:
    """Hide or show again: educators of the space."""
    verdict = may_read_thread(member, reply.thread)
    if not verdict or member is None:
        return verdict
    if reply.deleted_at is not None:
        return hidden()
    if not member.is_adult:
        return refused(_TEACHERS)
    return refused(_WITHHELD) if reply.withheld_at is not None else while_open(space)


def may_run_thread(member: Member | None, space: Space, thread: Thread) -> Verdict:
    """Close, open again, rename, delete: educators their own, project admins any."""
    verdict = may_read_thread(member, thread) and while_open(space)
    if not verdict or member is None:
        return verdict
    if member.is_admin or (member.is_adult and thread.author_id == member.pk):
        return granted()
    return refused(_OWN if member.is_adult else _TEACHERS)


def may_undelete_thread(member: Member | None, space: Space, thread: Thread) -> Verdict:
    """Whoever deleted it, and project admins."""
    return may_take_back(member, space, thread)
