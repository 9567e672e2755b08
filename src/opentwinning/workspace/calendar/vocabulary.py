"""Words and limits of the calendar."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from opentwinning.facilities.limits.vocabulary import Limit
from opentwinning.workspace.spaces.vocabulary import SpacePlace

REPORTED_AS = "event"  # the kind under which it is reported, hidden and given back
PLACES = (SpacePlace.WHOLE, SpacePlace.STAFF_ROOM)
MAX_TITLE = 120
MAX_WHERE = 200
MAX_TEXT = 4000
MOST_EVENTS = 1000  # in one space, those in the trash too
LONGEST = 62  # days of one event
YEARS = range(2015, 2100)
PER_PAGE = 30
TRASH_DAYS = 30
NEXT_SHOWN = 3  # on the home of a space
TODAY_SHOWN = 5
TODAY_AHEAD = dt.timedelta(days=14)
SECRET_BYTES = 24  # 192 bits: nobody guesses the address of a calendar
FEED_BACK = dt.timedelta(days=365)  # so long an event stays in a feed after it ended
FRESH_FOR = dt.timedelta(minutes=15)  # programs may keep a feed so long
FETCHES = (Limit(60, dt.timedelta(hours=1)),)  # of one feed; programs ask a few times an hour
WRONG_ADDRESSES = (Limit(20, dt.timedelta(minutes=15)),)  # of one network


def digest_of(secret: str) -> str:
    """What is kept of a secret address: it is random, so one round of hashing is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class When:
    """Days, and times by the clock of ``zone``; without times it is about whole days."""

    first_day: dt.date
    last_day: dt.date
    zone: str
    begins: dt.time | None = None
    ends: dt.time | None = None

    @property
    def is_whole_day(self) -> bool:
        return self.begins is None
