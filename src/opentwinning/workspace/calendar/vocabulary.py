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
MOST_BYTES = 500_000  # of a calendar file that is brought in
MOST_ENTRIES = 500  # in it
MOST_BROUGHT = 200  # events at once, each time of a repeating one counted
MOST_TIMES = 60  # of one repeating event, within the year ahead
REPEATS_AHEAD = dt.timedelta(days=366)
NO_END_GIVEN = dt.timedelta(minutes=15)  # so long lasts what begins and names no end: a deadline
BRINGINGS = (Limit(60, dt.timedelta(hours=1)),)  # looks into files, of one teacher


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


@dataclass(frozen=True, slots=True)
class Found:
    """One event as a file of another calendar says it. ``source`` is a hash of its name there,
    ``said`` one of everything below: another ``said`` is a change."""

    source: str
    said: str
    title: str
    when: When
    where: str = ""
    text: str = ""
    is_cancelled: bool = False
