"""Ages, pictures and clocks of pupils' sign-in."""

import datetime as dt
from enum import StrEnum

# The twelve pictures of a picture password; names are shown and read aloud with them.
PICTURES = (
    "cat", "sun", "tree", "boat", "star", "fish", "house", "apple", "kite", "bell", "moon", "leaf",
)  # fmt: skip
PICTURES_PER_PASSWORD = 3
WINDOW = dt.timedelta(minutes=60)  # A7: how long a sign-in window stays open
SESSION_MAX = dt.timedelta(hours=12)  # A8
SESSION_IDLE = dt.timedelta(minutes=60)  # A8


class PupilState(StrEnum):
    ACTIVE = "active"
    REMOVED = "removed"
    ERASED = "erased"
