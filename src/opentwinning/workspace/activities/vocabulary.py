"""States and limits of activities."""

import datetime as dt
from enum import StrEnum

from django.utils.translation import pgettext_lazy

REPORTED_AS = "hand_in"  # the kind under which it is reported, hidden and given back
MAX_TITLE = 120
MAX_PHASE = 60
MAX_TEXT = 10_000
MAX_ANSWER = 500
MOST_FILES = 6
MOST_PHASES = 20
TRASH_DAYS = 30
NEWS_FOR = dt.timedelta(days=7)  # an approved hand-in stands on its pupil's home


class ActivityState(StrEnum):
    """Teachers prepare it, everybody works on it, then it is only read; it may open again."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


ACTIVITY_TRANSITIONS = {
    ActivityState.DRAFT: frozenset({ActivityState.OPEN}),
    ActivityState.OPEN: frozenset({ActivityState.CLOSED}),
    ActivityState.CLOSED: frozenset({ActivityState.OPEN}),
}


class HandInState(StrEnum):
    """A pupil hands in; a teacher gives it back with words, or approves it for everybody."""

    HANDED_IN = "handed_in"
    RETURNED = "returned"
    APPROVED = "approved"
    HIDDEN = "hidden"


HAND_IN_TRANSITIONS = {
    HandInState.HANDED_IN: frozenset({HandInState.RETURNED, HandInState.APPROVED}),
    HandInState.RETURNED: frozenset({HandInState.HANDED_IN, HandInState.APPROVED}),
    HandInState.APPROVED: frozenset({HandInState.RETURNED, HandInState.HANDED_IN}),
    HandInState.HIDDEN: frozenset[HandInState](),
}

ACTIVITY_LABELS = {
    ActivityState.DRAFT: pgettext_lazy("activity", "Draft"),
    ActivityState.OPEN: pgettext_lazy("activity", "Open"),
    ActivityState.CLOSED: pgettext_lazy("activity", "Closed"),
}
HAND_IN_LABELS = {
    HandInState.HANDED_IN: pgettext_lazy("activity", "Handed in"),
    HandInState.RETURNED: pgettext_lazy("activity", "Given back"),
    HandInState.APPROVED: pgettext_lazy("activity", "Approved"),
    HandInState.HIDDEN: pgettext_lazy("activity", "Hidden after a report"),
}
