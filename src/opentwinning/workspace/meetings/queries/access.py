"""The doors of meetings."""

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.meetings.models import Meeting, Seat
from opentwinning.workspace.meetings.policies import (
    may_come,
    may_run_meeting,
    may_see_meeting,
    may_watch_door,
)
from opentwinning.workspace.spaces.queries import Presence, presence_in

_RULES = {"run": may_run_meeting, "come": may_come, "watch": may_watch_door}


def access_meeting(actor: Actor, ref: str, *, to: str = "see") -> tuple[Presence, Meeting]:
    """The meeting and the actor's presence; ``to`` is see, come, watch or run."""
    meeting = Meeting.objects.select_related("space", "author").filter(ref=ref).first()
    if meeting is None:
        raise Refused(hidden())
    return _presence(actor, meeting, to), meeting


def access_seat(actor: Actor, ref: str) -> tuple[Presence, Seat]:
    """Somebody's seat, for the teachers at the door."""
    rows = Seat.objects.select_related("meeting__space", "member")
    seat = rows.filter(ref=ref).first()
    if seat is None:
        raise Refused(hidden())
    return _presence(actor, seat.meeting, "watch"), seat


def meeting_to_report(actor: Actor, ref: str) -> Meeting:
    """For whoever sees it."""
    return access_meeting(actor, ref)[1]


def _presence(actor: Actor, meeting: Meeting, to: str) -> Presence:
    presence = presence_in(actor, meeting.space, place=meeting.place)
    deny_unless(may_see_meeting(presence.member, meeting))
    if to != "see":
        deny_unless(_RULES[to](presence.member, presence.space, meeting))
    return presence
