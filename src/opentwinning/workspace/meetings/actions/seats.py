"""Coming, being there, going, and what browsers tell each other: no deeds, so not in the ledger
(F11)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.core.verdicts import Invalid, Refused, deny_unless, hidden
from opentwinning.workspace.meetings.models import Letter, Meeting, Seat
from opentwinning.workspace.meetings.policies import may_come, may_sit
from opentwinning.workspace.meetings.vocabulary import (
    HOLDS_SEAT,
    MAX_LETTER,
    MOST_IN,
    MOST_LETTERS,
    THERE_FOR,
    WROTE_DOWN,
    SeatState,
)
from opentwinning.workspace.spaces.queries import member_of

FULL = pgettext_lazy("meeting", "Eight people are in. Somebody must leave first.")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """From one browser to another: the seat and the page it is for, and what it says."""

    to: str
    tab: str
    data: str


def come(*, by: Actor, meeting: Meeting, tab: str = "") -> Seat:
    """To the door. Teachers go in, the first one opens it; pupils wait for a teacher (H8). The
    newest page of a person holds her seat."""
    member = member_of(by, meeting.space)
    deny_unless(may_come(member, meeting.space, meeting))
    if member is None:
        raise Refused(hidden())
    with permit("meetings"), transaction.atomic():
        Meeting.objects.select_for_update().get(pk=meeting.pk)
        seat, is_new = Seat.objects.select_related("member").get_or_create(
            meeting=meeting, member=member
        )
        deny_unless(may_sit(seat))
        away = dt.timedelta(0) if is_new else now() - seat.seen_at
        if member.is_adult and seat.state == SeatState.WAITING:
            refuse_when_full(meeting)
            seat.state = SeatState.IN
        elif member.is_pupil and away > HOLDS_SEAT:
            seat.state, seat.asked_at = SeatState.WAITING, now()
        if seat.tab != tab:
            Letter.objects.filter(receiver=seat).delete()
        seat.tab, seat.seen_at = tab, now()
        seat.save(update_fields=["state", "tab", "asked_at", "seen_at"])
    return seat


def here(*, seat: Seat) -> None:
    """Her page is open; written down every few seconds only."""
    if seat.seen_at < now() - WROTE_DOWN:
        with permit("meetings"):
            Seat.objects.filter(pk=seat.pk).update(seen_at=now())


def go_out(*, by: Actor, meeting: Meeting) -> None:
    """She leaves: her seat is free at once. Who was sent out stays so."""
    member = member_of(by, meeting.space)
    if member is not None:
        with permit("meetings"):
            mine = Seat.objects.filter(meeting=meeting, member=member)
            mine.exclude(state=SeatState.OUT).delete()


def pass_on(*, sender: Seat, letters: Sequence[Outgoing], read_until: int = 0) -> None:
    """Keep what her browser says to others who are in, and forget what she has read. The caller has
    asked whether she is in and not alone."""
    with permit("meetings"), transaction.atomic():
        if read_until:
            Letter.objects.filter(receiver=sender, pk__lte=read_until).delete()
        if not letters:
            return
        fresh = now() - THERE_FOR
        rows = Seat.objects.filter(
            meeting=sender.meeting_id, state=SeatState.IN, seen_at__gt=fresh,
            ref__in={each.to for each in letters},
        ).exclude(pk=sender.pk)  # fmt: skip
        known = {seat.ref: seat for seat in rows}
        Letter.objects.bulk_create(
            Letter(
                sender=sender,
                receiver=known[each.to],
                sender_tab=sender.tab,
                receiver_tab=each.tab,
                data=each.data,
            )
            for each in letters[:MOST_LETTERS]
            if each.to in known and known[each.to].tab == each.tab and len(each.data) <= MAX_LETTER
        )


def refuse_when_full(meeting: Meeting) -> None:
    """A small meeting connects everybody with everybody. The caller holds the meeting."""
    if meeting.is_large:
        return
    inside = Seat.objects.filter(meeting=meeting, state=SeatState.IN, seen_at__gt=now() - THERE_FOR)
    if inside.count() >= MOST_IN:
        raise Invalid(FULL)
