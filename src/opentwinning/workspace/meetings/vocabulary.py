"""Limits and states of meetings."""

import datetime as dt
from enum import StrEnum

from django.utils.translation import pgettext_lazy

from opentwinning.facilities.limits.vocabulary import Limit
from opentwinning.workspace.spaces.vocabulary import SpacePlace

REPORTED_AS = "meeting"
MAX_TITLE = 80
PLACES = (SpacePlace.WHOLE, SpacePlace.STAFF_ROOM)
MINUTES = {
    number: pgettext_lazy("meeting", "%(n)d minutes") for number in (15, 30, 45, 60, 90, 120)
}

# A mesh sends each picture to everybody: honest up to so many cameras.
MOST_IN = 8
# Doors open before it begins and shut after its end; a link of last week opens nothing (H8).
EARLY = dt.timedelta(minutes=30)
LATE = dt.timedelta(hours=2)
LOOK_AHEAD = dt.timedelta(days=365)
LISTED_BACK = dt.timedelta(days=60)
KEPT_FOR = dt.timedelta(days=400)  # its title and day, after it was over
MOST_AHEAD = 200  # planned in one space

# Whose page was heard of within this time is there; the page calls every two seconds. Pages that
# lie in the background are slowed down by browsers to one call a minute at worst.
THERE_FOR = dt.timedelta(seconds=45)
# A pupil who was away longer waits for a teacher again.
HOLDS_SEAT = dt.timedelta(minutes=2)
WROTE_DOWN = dt.timedelta(seconds=5)  # being there is written at most this often

MAX_LETTER = 20_000  # characters of one offer or answer
MOST_LETTERS = 60  # in one call
# Calls with letters: while eight pages connect, each carries them four times a second at most.
CALLS = (Limit(120, dt.timedelta(seconds=20)),)
TURN_FOR = dt.timedelta(hours=4)  # a credential of the relay (RFC 8656 has none of its own)
LINK_FOR = dt.timedelta(minutes=2)  # a way into a meeting elsewhere


class SeatState(StrEnum):
    """Before the door, inside, or sent away until a teacher lets her in again (H9)."""

    WAITING = "waiting"
    IN = "in"
    OUT = "out"


SEAT_TRANSITIONS = {
    SeatState.WAITING: frozenset({SeatState.IN, SeatState.OUT}),
    SeatState.IN: frozenset({SeatState.WAITING, SeatState.OUT}),
    SeatState.OUT: frozenset({SeatState.IN}),
}
