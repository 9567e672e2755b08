"""Who plans, enters and looks after a meeting (X-58, H8, H9)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.clock import now
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.workspace.meetings.models import Meeting, Seat
from opentwinning.workspace.meetings.vocabulary import EARLY, LATE, PLACES, SeatState
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import may_read_place, while_open

_TEACHERS = pgettext_lazy("meeting", "Only teachers may do this.")
_AUTHOR = pgettext_lazy("meeting", "Only who planned it and project admins may do this.")
_WITHHELD = pgettext_lazy("safeguarding", "This is hidden after a report.")
_OFF = pgettext_lazy("meeting", "This meeting does not take place.")
_EARLY = pgettext_lazy("meeting", "The door opens half an hour before it begins.")
_OVER = pgettext_lazy("meeting", "This meeting is over.")
_OUT = pgettext_lazy("meeting", "A teacher has sent you out of this meeting.")
_INSIDE = pgettext_lazy("meeting", "Come into the meeting first.")
_WAIT = pgettext_lazy("meeting", "A teacher lets you in.")


def may_see_meeting(member: Member | None, meeting: Meeting) -> Verdict:
    """Whoever reads its place; what a report withholds only adults see."""
    verdict = may_read_place(member, meeting.place)
    if not verdict or member is None:
        return verdict
    if meeting.space_id != member.space_id:
        return hidden()
    return hidden() if meeting.withheld_at is not None and not member.is_adult else granted()


def may_plan_meeting(member: Member | None, space: Space) -> Verdict:
    """Teachers of an open space; pupils never (X-58)."""
    if member is None or member.left_at is not None:
        return hidden()
    return while_open(space) if member.is_adult else refused(_TEACHERS)


def may_have_place(member: Member, place: str) -> Verdict:
    """Meetings are for everybody in the space or for its teachers."""
    return granted() if place in PLACES and member.is_adult else hidden()


def may_run_meeting(member: Member | None, space: Space, meeting: Meeting) -> Verdict:
    """Its time and its end: who planned it, and project admins."""
    verdict = may_see_meeting(member, meeting) and while_open(space)
    if not verdict or member is None:
        return verdict
    if meeting.withheld_at is not None:
        return refused(_WITHHELD)
    if member.is_admin or (member.is_adult and meeting.author_id == member.pk):
        return granted()
    return refused(_AUTHOR if member.is_adult else _TEACHERS)


def may_come(member: Member | None, space: Space, meeting: Meeting) -> Verdict:
    """Before the door: members, from shortly before it begins until after its end (H8)."""
    verdict = may_see_meeting(member, meeting) and while_open(space)
    if not verdict:
        return verdict
    if meeting.called_off_at is not None or meeting.withheld_at is not None:
        return refused(_OFF)
    if now() < meeting.begins_at - EARLY:
        return refused(_EARLY)
    return refused(_OVER) if now() > meeting.ends_at + LATE else granted()


def may_sit(seat: Seat | None) -> Verdict:
    """Whom a teacher has sent out stays out: on every page, browser and device (H9)."""
    return refused(_OUT) if seat is not None and seat.state == SeatState.OUT else granted()


def may_watch_door(member: Member | None, space: Space, meeting: Meeting) -> Verdict:
    """Let in, send out, end it for everybody: teachers of the space."""
    verdict = may_come(member, space, meeting)
    if not verdict or member is None:
        return verdict
    return granted() if member.is_adult else refused(_TEACHERS)


def may_let_in(mine: Seat | None) -> Verdict:
    """Only a teacher who is inside herself: pupils are never alone (H8)."""
    return granted() if mine is not None and mine.state == SeatState.IN else refused(_INSIDE)


def may_go_through(seat: Seat | None) -> Verdict:
    """The way to a meeting elsewhere: for whoever was let in."""
    return granted() if seat is not None and seat.state == SeatState.IN else refused(_WAIT)
