"""States and terms of boxes."""

import datetime as dt
from enum import StrEnum

from django.conf import settings
from django.utils.translation import pgettext_lazy


class BoxState(StrEnum):
    """MAKING → READY or FAILED; the row goes when its days are over."""

    MAKING = "making"
    READY = "ready"
    FAILED = "failed"


TRANSITIONS = {
    BoxState.MAKING: frozenset({BoxState.READY, BoxState.FAILED}),
    BoxState.READY: frozenset[BoxState](),
    BoxState.FAILED: frozenset[BoxState](),
}


class ArrivalState(StrEnum):
    """LOOKING → SEEN or REFUSED; SEEN → TAKING → TAKEN or FAILED, which may be tried again."""

    LOOKING = "looking"
    SEEN = "seen"
    REFUSED = "refused"
    TAKING = "taking"
    TAKEN = "taken"
    FAILED = "failed"


ARRIVAL_TRANSITIONS = {
    ArrivalState.LOOKING: frozenset({ArrivalState.SEEN, ArrivalState.REFUSED}),
    ArrivalState.SEEN: frozenset({ArrivalState.TAKING}),
    ArrivalState.TAKING: frozenset({ArrivalState.TAKEN, ArrivalState.FAILED}),
    ArrivalState.FAILED: frozenset({ArrivalState.TAKING}),
    ArrivalState.TAKEN: frozenset[ArrivalState](),
    ArrivalState.REFUSED: frozenset[ArrivalState](),
}
ARRIVALS_A_DAY = 10
ARRIVALS_WAITING = 3  # of one person, before one is taken in or deleted
KINDS = {
    "pages": pgettext_lazy("box", "Pages"),
    "page_versions": pgettext_lazy("box", "Versions of pages"),
    "posts": pgettext_lazy("box", "Posts"),
    "threads": pgettext_lazy("box", "Talks"),
    "replies": pgettext_lazy("box", "Words in talks"),
    "files": pgettext_lazy("box", "Files"),
    "activities": pgettext_lazy("box", "Activities"),
    "hand_ins": pgettext_lazy("box", "Works that were handed in"),
    "events": pgettext_lazy("box", "Events of the calendar"),
    "remarks": pgettext_lazy("box", "Comments"),
    "people": pgettext_lazy("box", "Names of people"),
    "polls": pgettext_lazy("box", "Polls"),
}
FORMAT = "opentwinning-box"
FORMAT_VERSION = 1
ORDERS_A_DAY = 10
SILENT_FOR = dt.timedelta(hours=2)  # a box of which nothing was heard for so long has failed
LEAST_ROOM = 50 * 1024 * 1024  # for the texts, beside the files
NOT_MADE = pgettext_lazy("box", "The box could not be made. Nothing is lost: ask for a new one.")


def kept_for() -> dt.timedelta:
    """How long a box that is ready waits to be downloaded."""
    return dt.timedelta(days=int(settings.ENVIRONMENT.box_days))


NOT_TAKEN = pgettext_lazy(
    "box", "It could not be taken in, and nothing of it stands here. Try again, or ask for help."
)
