"""Limits and states of chats."""

import datetime as dt
from enum import StrEnum

from django.utils.translation import pgettext_lazy

from opentwinning.facilities.limits.vocabulary import Limit
from opentwinning.workspace.spaces.vocabulary import SpacePlace

REPORTED_AS = "chat_message"  # the kind under which it is reported, hidden and given back
MAX_TITLE = 80
MAX_TEXT = 1000
PAGE = 100  # messages shown at once
NEWS = 200  # messages told in one answer
TRASH_DAYS = 30
KEPT_FOR = dt.timedelta(days=90)  # then a message is deleted for everybody (H5)

# A teacher whose page was heard of within this time is in the chat; her page calls four times as
# often. Longer than one lost call, shorter than the minute that H5 allows.
PRESENT_FOR = dt.timedelta(seconds=45)
GRACE = dt.timedelta(seconds=20)  # after she left the page

# Planned hours: from a minute to an afternoon, within the coming half year.
LONGEST = dt.timedelta(hours=4)
LOOK_AHEAD = dt.timedelta(days=183)
MOST_HOURS = 30  # for one chat, not over yet

MINUTES = {number: pgettext_lazy("chat", "%(n)d minutes") for number in (15, 30, 45, 60, 90)}
SLOW = (0, 5, 15, 60)  # seconds between two messages of a pupil
SCHOOLS = (1, 2, 3)
PLACES = (SpacePlace.WHOLE, SpacePlace.STAFF_ROOM)

# F7: of one pupil, whatever the chat.
PUPIL_PACE = (Limit(5, dt.timedelta(seconds=10)), Limit(60, dt.timedelta(minutes=1)))
ADULT_PACE = (Limit(20, dt.timedelta(seconds=10)), Limit(120, dt.timedelta(minutes=1)))


class MessageState(StrEnum):
    """A message is seen at once, or waits for a teacher, who lets it through or refuses it."""

    SHOWN = "shown"
    HELD = "held"
    REFUSED = "refused"


MESSAGE_TRANSITIONS = {
    MessageState.HELD: frozenset({MessageState.SHOWN, MessageState.REFUSED}),
    MessageState.SHOWN: frozenset[MessageState](),
    MessageState.REFUSED: frozenset[MessageState](),
}
FIRST = "first"  # why it waits: the pupil's first words in a chat that wants to see them
