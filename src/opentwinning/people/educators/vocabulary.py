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
    REFUSED = "refused"
    LAPSED = "lapsed"


TRANSITIONS = {
    ValidationState.REGISTERED: frozenset({ValidationState.WAITING}),
    ValidationState.WAITING: frozenset(
        {ValidationState.VALIDATED, ValidationState.ASKED, ValidationState.REFUSED}
    ),
    ValidationState.ASKED: frozenset({ValidationState.WAITING, ValidationState.REFUSED}),
    ValidationState.REFUSED: frozenset({ValidationState.WAITING}),
    ValidationState.VALIDATED: frozenset({ValidationState.LAPSED}),
    ValidationState.LAPSED: frozenset({ValidationState.WAITING}),
}

STATE_LABELS = {
    ValidationState.REGISTERED: pgettext_lazy("validation state", "Choose your school"),
    ValidationState.WAITING: pgettext_lazy("validation state", "Waiting for validation"),
    ValidationState.ASKED: pgettext_lazy("validation state", "Your answer is needed"),
    ValidationState.VALIDATED: pgettext_lazy("validation state", "Validated"),
    ValidationState.REFUSED: pgettext_lazy("validation state", "Not validated"),
    ValidationState.LAPSED: pgettext_lazy("validation state", "Validation has lapsed"),
}
# In these states the educator may write to her office, and is then in the queue (again).
ANSWERABLE = frozenset({ValidationState.ASKED, ValidationState.REFUSED, ValidationState.LAPSED})


class TraitKind(StrEnum):
    """What an educator is searched by."""

    SUBJECT = "subject"
    AGE = "age"
    LANGUAGE = "language"
    INTEREST = "interest"
    AVAILABILITY = "availability"


def facet_word(kind: str, value: str) -> str:
    """A property as one word of the search index that nobody types: with the words of the profile
    in the same index, a search by several properties costs what its rarest one costs."""
    return f"xq{kind}{''.join(c for c in value.lower() if c.isalnum())}qx"


VALIDATION_MONTHS = 24  # H1
REMIND_BEFORE = dt.timedelta(days=30)  # a notice before the validation lapses
FRESH_FOR = dt.timedelta(days=182)  # then we ask to look at the profile

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
}
