"""States of validation, kinds of traits, words of the profile."""

import datetime as dt
from enum import StrEnum

from django.utils.translation import pgettext_lazy


class ValidationState(StrEnum):
    """X-03: visible states."""

    REGISTERED = "registered"  # the school is missing
    WAITING = "waiting"
    ASKED = "asked"  # the office wants to know something
    VALIDATED = "validated"
    MOVED = "moved"  # validated, works elsewhere now: checked again
    REFUSED = "refused"
    LAPSED = "lapsed"


TRANSITIONS = {
    ValidationState.REGISTERED: frozenset({ValidationState.WAITING}),
    ValidationState.WAITING: frozenset(
        {
            ValidationState.VALIDATED,
            ValidationState.ASKED,
            ValidationState.REFUSED,
            ValidationState.REGISTERED,
        }
    ),
    ValidationState.ASKED: frozenset(
        {ValidationState.WAITING, ValidationState.REFUSED, ValidationState.REGISTERED}
    ),
    ValidationState.REFUSED: frozenset({ValidationState.WAITING}),
    ValidationState.VALIDATED: frozenset(
        {
            ValidationState.VALIDATED,  # renewed
            ValidationState.ASKED,
            ValidationState.REFUSED,
            ValidationState.LAPSED,
            ValidationState.MOVED,
            ValidationState.REGISTERED,
        }
    ),
    ValidationState.MOVED: frozenset(
        {
            ValidationState.VALIDATED,
            ValidationState.ASKED,
            ValidationState.REFUSED,
            ValidationState.MOVED,
            ValidationState.REGISTERED,
        }
    ),
    ValidationState.LAPSED: frozenset({ValidationState.WAITING}),
}

STATE_LABELS = {
    ValidationState.REGISTERED: pgettext_lazy("validation state", "Choose your school"),
    ValidationState.WAITING: pgettext_lazy("validation state", "Waiting for validation"),
    ValidationState.ASKED: pgettext_lazy("validation state", "Your answer is needed"),
    ValidationState.VALIDATED: pgettext_lazy("validation state", "Validated"),
    ValidationState.MOVED: pgettext_lazy("validation state", "New school: checked again"),
    ValidationState.REFUSED: pgettext_lazy("validation state", "Not validated"),
    ValidationState.LAPSED: pgettext_lazy("validation state", "Validation has lapsed"),
}
# In these states the educator may write to her office, and is then in the queue (again).
ANSWERABLE = frozenset({ValidationState.ASKED, ValidationState.REFUSED})


# Whom the office decides about now; beside them, the validated who ask for a renewal.
IN_QUEUE = frozenset({ValidationState.WAITING, ValidationState.MOVED})

# An office has looked at her role and said yes.
CHECKED = frozenset({ValidationState.VALIDATED, ValidationState.MOVED})

ENOUGH_CASES = 5  # fewer waiting times say nothing, and could point at somebody

DECISIONS = frozenset({ValidationState.VALIDATED, ValidationState.ASKED, ValidationState.REFUSED})


class SchoolChange(StrEnum):
    """What happened to where a checked educator works (X-07)."""

    ANOTHER = "another"  # one more school; she still works at one that was checked
    ONLY_NEW = "only_new"  # she left the last one that was checked
    NONE_LEFT = "none_left"


AFTER_CHANGE: dict[SchoolChange, ValidationState] = {
    SchoolChange.ANOTHER: ValidationState.MOVED,
    SchoolChange.ONLY_NEW: ValidationState.MOVED,
    SchoolChange.NONE_LEFT: ValidationState.REGISTERED,
}
# How long she keeps the rights of the validated meanwhile (H1: they end when the job ends). Nobody
# finds her in the directory or makes her a partner before she was checked again.
RIGHTS_GO_ON: dict[SchoolChange, dt.timedelta] = {
    SchoolChange.ANOTHER: dt.timedelta(days=30),
    SchoolChange.ONLY_NEW: dt.timedelta(0),
    SchoolChange.NONE_LEFT: dt.timedelta(0),
}


class TraitKind(StrEnum):
    """What an educator is searched by."""

    SUBJECT = "subject"
    AGE = "age"
    LANGUAGE = "language"
    INTEREST = "interest"
    AVAILABILITY = "availability"
    TOOL = "tool"  # equipment and digital tools the class can use


def trait_key(kind: str, value: str) -> str:
    """A property as one word of ``Educator.trait_keys``, such as ``subject:biology``."""
    return f"{kind}:{value}"


def facet_word(kind: str, value: str) -> str:
    """A property as one word of the search index that nobody types: with the words of the profile
    in the same index, a search by several properties costs what its rarest one costs."""
    return f"xq{kind}{''.join(c for c in value.lower() if c.isalnum())}qx"


class LastHere(StrEnum):
    """When somebody was here last, as coarsely as others learn it."""

    WEEK = "week"
    MONTH = "month"
    HALF_YEAR = "half-year"
    LONG_AGO = "long-ago"


LAST_HERE = {
    LastHere.WEEK: dt.timedelta(days=7),
    LastHere.MONTH: dt.timedelta(days=31),
    LastHere.HALF_YEAR: dt.timedelta(days=183),
}


class AnswerLevel(StrEnum):
    """How many of the requests she answers, where it helps others to know."""

    NEARLY_ALL = "nearly-all"
    MOST = "most"
    UNSAID = ""  # too few requests to say, or too few answers


ANSWERS = {AnswerLevel.NEARLY_ALL: 80, AnswerLevel.MOST: 50}  # percent at least

EXPERIENCE = {
    "none": pgettext_lazy("experience", "This will be my first project"),
    "some": pgettext_lazy("experience", "One or two projects"),
    "several": pgettext_lazy("experience", "Three to five projects"),
    "many": pgettext_lazy("experience", "More than five projects"),
}
AVAILABILITY = {
    "projects": pgettext_lazy("availability", "A project with another school"),
    "mentoring": pgettext_lazy("availability", "Helping a beginner"),
    "visits": pgettext_lazy("availability", "Visits and exchanges"),
    "online-meetings": pgettext_lazy("availability", "Online meetings of classes"),
    "neighbours": pgettext_lazy("availability", "Partners in neighbourhood countries"),
}


class PhotoSize(StrEnum):
    """Which of the two squares of a photo; also the field that holds it."""

    LARGE = "large"
    SMALL = "small"


MAX_PHOTO_MB = 15
PHOTOS = 20  # new photos of one person before a pause
PHOTOS_PER = dt.timedelta(hours=1)
