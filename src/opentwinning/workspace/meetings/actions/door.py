"""Teachers at the door: let in, send out, end (H8, H9)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import deny_unless, refused
from opentwinning.workspace.meetings.actions.seats import refuse_when_full
from opentwinning.workspace.meetings.models import Letter, Meeting, Seat
from opentwinning.workspace.meetings.policies import may_let_in, may_watch_door
from opentwinning.workspace.meetings.vocabulary import SEAT_TRANSITIONS, THERE_FOR, SeatState
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import member_of

_GONE = pgettext_lazy("meeting", "This person has gone. Reload the page.")
_ADMIN = pgettext_lazy("meeting", "A teacher is sent out by a project admin only.")


@action
def let_in(*, by: Actor, seat: Seat) -> Seat:
    """Somebody who waits, or who was sent out before. Only from inside."""
    seat, _ = _at_door(by, seat)
    if seat.state != SeatState.IN:
        refuse_when_full(seat.meeting)
        move(seat, to=SeatState.IN, table=SEAT_TRANSITIONS, sentence=_GONE)
        seat.seen_at = now()
        seat.save(update_fields=["state", "seen_at"])
    note(seat.meeting, seat=seat.ref)
    return seat


@action
def send_out(*, by: Actor, seat: Seat) -> Seat:
    """At once, and she does not come back by another page or device (H9). Teachers are partners:
    only a project admin sends one out."""
    seat, mine = _at_door(by, seat)
    if seat.member.is_adult:
        deny_unless(
            refused(_ADMIN) if not mine.is_admin else may_let_in(_seat_of(seat.meeting, mine))
        )
    if seat.state != SeatState.OUT:
        move(seat, to=SeatState.OUT, table=SEAT_TRANSITIONS, sentence=_GONE)
        seat.save(update_fields=["state"])
        Letter.objects.filter(receiver=seat).delete()
        Letter.objects.filter(sender=seat).delete()
    note(seat.meeting, seat=seat.ref)
    return seat


@action
def end_meeting(*, by: Actor, meeting: Meeting) -> Meeting:
    """For everybody, at once. A teacher may begin it again while its time is not over; who was sent
    out stays out."""
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("space")
    meeting = rows.get(pk=meeting.pk)
    deny_unless(may_watch_door(member_of(by, meeting.space), meeting.space, meeting))
    Seat.objects.filter(meeting=meeting).exclude(state=SeatState.OUT).delete()
    meeting.run += 1
    meeting.save(update_fields=["run"])
    note(meeting, run=meeting.run)
    return meeting


def _at_door(by: Actor, seat: Seat) -> tuple[Seat, Member]:
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("space")
    meeting = rows.get(pk=seat.meeting_id)
    member = member_of(by, meeting.space)
    deny_unless(may_watch_door(member, meeting.space, meeting))
    assert member is not None  # noqa: S101 - the policy granted
    deny_unless(may_let_in(_seat_of(meeting, member)))
    found = Seat.objects.select_related("member").get(pk=seat.pk)
    found.meeting = meeting
    return found, member


def _seat_of(meeting: Meeting, member: Member) -> Seat | None:
    """Of somebody whose page is open now."""
    rows = Seat.objects.filter(meeting=meeting, member=member, seen_at__gt=now() - THERE_FOR)
    return rows.first()
