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
FORMAT = "opentwinning-box"
FORMAT_VERSION = 1
ORDERS_A_DAY = 10
SILENT_FOR = dt.timedelta(hours=2)  # a box of which nothing was heard for so long has failed
LEAST_ROOM = 50 * 1024 * 1024  # for the texts, beside the files
NOT_MADE = pgettext_lazy("box", "The box could not be made. Nothing is lost: ask for a new one.")


def kept_for() -> dt.timedelta:
    """How long a box that is ready waits to be downloaded."""
    return dt.timedelta(days=int(settings.ENVIRONMENT.box_days))
