"""Ages, pictures, limits and clocks of pupils' sign-in."""

import datetime as dt
from enum import StrEnum

# The twelve pictures of a picture password, drawn in core/static/ot/art/pictures.svg.
PICTURES = (
    "sun", "tree", "fish", "boat", "house", "apple", "cat", "umbrella", "key", "bicycle", "kite",
    "mountain",
)  # fmt: skip
PICTURES_PER_PASSWORD = 3  # in order, none twice: 1320 passwords
SECRET_BYTES = 18  # of a card: 144 random bits (A5 asks for 128)
WINDOW = dt.timedelta(minutes=60)  # A7: how long a sign-in window stays open
SESSION_MAX = dt.timedelta(hours=12)  # A8
SESSION_IDLE = dt.timedelta(minutes=60)  # A8
HERE = dt.timedelta(minutes=10)  # a pupil seen so lately counts as present
TOUCH = dt.timedelta(minutes=1)  # a visit notes that it goes on at most so often
VISITS_KEPT = dt.timedelta(days=7)
MAX_PUPILS = 60
MAX_NICKNAME = 30
# Tries before a pause (A5, A7, G3). A class signs in through one school network.
TRIES_PER = dt.timedelta(minutes=10)
WRONG_CODES = 30  # by network
WRONG_PICTURES = 8  # for one pupil, from anywhere
WRONG_CARDS = 30  # by network
CALLS = 3  # for help, before further presses tell nobody more
CALLS_PER = dt.timedelta(minutes=30)
# Classes of these ages see large tiles, larger text and no menu (ux 63).
YOUNG_AGES = frozenset({"3-5", "6-8"})
# Classes under 13: their words may wait for a teacher (H13).
UNDER_13 = frozenset({"3-5", "6-8", "9-12"})

# Words no pupil may be called, in any spelling that looks alike (C10): folded skeletons.
RESERVED = frozenset(
    {
        "teacher", "admin", "administrator", "moderator", "officer", "headteacher", "principal",
        "ucitelj", "uciteljica", "profesor", "profesorica", "profesoara", "ravnatelj",
        "invatator", "invatatoare", "director", "diriginte", "laerer", "laererinde", "rektor",
        "lehrer", "lehrerin", "maestro", "maestra", "enseignant", "nauczyciel", "pedagog",
    }
)  # fmt: skip


class PupilState(StrEnum):
    ACTIVE = "active"
    REMOVED = "removed"
    ERASED = "erased"


class Presence(StrEnum):
    """What the teacher sees of a pupil."""

    HERE = "here"
    QUIET = "quiet"  # signed in, nothing seen for a while
    OUT = "out"
