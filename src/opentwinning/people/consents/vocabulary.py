"""Purposes, media and states of consent."""

import datetime as dt
from enum import StrEnum

from django.utils.translation import pgettext_lazy


class Purpose(StrEnum):
    """What something that shows a pupil may be used for."""

    PROJECT = "project"
    PUBLIC = "public"
    PRESS = "press"


class Medium(StrEnum):
    """In what a pupil can be recognised."""

    PICTURE = "picture"
    FILM = "film"
    VOICE = "voice"


class ConsentState(StrEnum):
    """What the register knows; only ``GIVEN`` lets anything be shown."""

    UNKNOWN = "unknown"
    GIVEN = "given"
    REFUSED = "refused"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Ending(StrEnum):
    """Why an answer no longer counts."""

    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


PURPOSE_LABELS = {
    Purpose.PROJECT: pgettext_lazy("consent", "Inside the project"),
    Purpose.PUBLIC: pgettext_lazy("consent", "On public pages"),
    Purpose.PRESS: pgettext_lazy("consent", "Print and press"),
}
PURPOSE_HINTS = {
    Purpose.PROJECT: pgettext_lazy(
        "consent", "Teachers and pupils of the partner schools see it. Nobody else does."
    ),
    Purpose.PUBLIC: pgettext_lazy("consent", "Everybody on the internet sees it, without a name."),
    Purpose.PRESS: pgettext_lazy(
        "consent", "Newspapers, posters and the school's own pages. The school looks after this."
    ),
}
MEDIUM_LABELS = {
    Medium.PICTURE: pgettext_lazy("consent", "Pictures"),
    Medium.FILM: pgettext_lazy("consent", "Films"),
    Medium.VOICE: pgettext_lazy("consent", "Voice"),
}
STATE_LABELS = {
    ConsentState.UNKNOWN: pgettext_lazy("consent", "No answer"),
    ConsentState.GIVEN: pgettext_lazy("consent", "Yes"),
    ConsentState.REFUSED: pgettext_lazy("consent", "No"),
    ConsentState.EXPIRED: pgettext_lazy("consent", "Ended"),
    ConsentState.WITHDRAWN: pgettext_lazy("consent", "Taken back"),
}
CELLS = tuple((purpose, medium) for purpose in Purpose for medium in Medium)
LONGEST = dt.timedelta(days=731)  # asked again at the latest after two school years
ENDS_SOON = dt.timedelta(days=30)
MAX_KEPT_WHERE = 120
MAX_TEXT = 6000
