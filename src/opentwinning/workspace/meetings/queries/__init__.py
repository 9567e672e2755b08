"""What is read of meetings."""

from opentwinning.workspace.meetings.queries.access import (
    access_meeting,
    access_seat,
    meeting_to_report,
)
from opentwinning.workspace.meetings.queries.lists import (
    coming_meetings,
    meetings_between,
    meetings_in,
    past_meetings,
)
from opentwinning.workspace.meetings.queries.room import Room, letters_for, room_of, seat_of

__all__ = [
    "Room",
    "access_meeting",
    "access_seat",
    "coming_meetings",
    "letters_for",
    "meeting_to_report",
    "meetings_between",
    "meetings_in",
    "past_meetings",
    "room_of",
    "seat_of",
]
