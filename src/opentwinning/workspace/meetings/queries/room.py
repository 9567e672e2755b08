"""Who is in a meeting now, who waits, and what her browser has not read yet."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from opentwinning.core.clock import now
from opentwinning.workspace.meetings.models import Letter, Meeting, Seat
from opentwinning.workspace.meetings.vocabulary import MOST_LETTERS, THERE_FOR, SeatState
from opentwinning.workspace.spaces.models import Member


@dataclass(frozen=True, slots=True)
class Room:
    """Those whose pages are open. ``out``: whom a teacher has sent away."""

    inside: Sequence[Seat] = field(default_factory=list)
    waiting: Sequence[Seat] = field(default_factory=list)
    out: Sequence[Seat] = field(default_factory=list)

    @property
    def teachers(self) -> list[Seat]:
        return [seat for seat in self.inside if seat.member.is_adult]

    def may_hear(self, seat: Seat) -> bool:
        """Whether somebody is connected now: she is in, and no pupil is without a teacher (H8)."""
        is_in = any(each.pk == seat.pk for each in self.inside)
        return is_in and (seat.member.is_adult or bool(self.teachers))


def room_of(meeting: Meeting) -> Room:
    """The room as it is. One query. Members who left the project are in no meeting."""
    seats = Seat.objects.filter(meeting=meeting, member__left_at=None).select_related("member")
    fresh = now() - THERE_FOR
    rows = sorted(seats, key=lambda seat: (seat.asked_at, seat.pk))
    there = [seat for seat in rows if seat.seen_at > fresh]
    return Room(
        inside=[seat for seat in there if seat.state == SeatState.IN],
        waiting=[seat for seat in there if seat.state == SeatState.WAITING],
        out=[seat for seat in rows if seat.state == SeatState.OUT],
    )


def seat_of(meeting: Meeting, member: Member) -> Seat | None:
    """Her own."""
    return Seat.objects.select_related("member").filter(meeting=meeting, member=member).first()


def letters_for(seat: Seat, *, after: int) -> list[Letter]:
    """What her page has not read yet."""
    rows = Letter.objects.filter(receiver=seat, receiver_tab=seat.tab, pk__gt=after)
    return list(rows.select_related("sender").order_by("pk")[:MOST_LETTERS])
