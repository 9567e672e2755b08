"""Topics and decisions of prepared replies; what rules of validation begin with."""

from enum import StrEnum

from django.utils.translation import pgettext_lazy

VALIDATION_MONTHS = 24  # H1: the longest, and the ordinary term
REMIND_DAYS = 30  # before a validation ends
LONGEST_REMINDER = 90  # days
ANSWER_DAYS = 14  # for a school that is asked
REGION_DAYS = 7  # for a regional officer who answers first
LONGEST_REGION = 30
PAPER_DAYS = 30  # until a stamped form must be there
PAPER_KEPT_DAYS = 30  # a stamped form stays so long after the decision
LONGEST_KEPT = 90  # days

# what happens when nobody is there; months, and days of warning.
REST_MONTHS = 12  # without a sign-in: colleagues are no longer offered this profile
FRESH_MONTHS = 6  # without a change: we ask to look at the profile
ERASE_MONTHS = 36  # without a sign-in: the account is erased, after a warning (J4); the longest
WARN_DAYS = 30  # before a profile rests
SHORTEST_FRESH = 3
SHORTEST_REST = 3
SHORTEST_LIFE = 12

# Holidays, and the files they come in.
LONGEST_HOLIDAY = 120  # days; summer holidays are the longest
HOLIDAY_YEARS = range(2000, 2101)
MOST_HOLIDAY_ROWS = 3000
MAX_HOLIDAY_FILE = 1_000_000  # bytes


class HolidayKind(StrEnum):
    """Both leave out lessons."""

    SCHOOL = "school"
    PUBLIC = "public"


HOLIDAY_LABELS = {
    HolidayKind.SCHOOL: pgettext_lazy("holidays", "School holiday"),
    HolidayKind.PUBLIC: pgettext_lazy("holidays", "Public holiday"),
}


class Topic(StrEnum):
    """What a prepared reply is about; further desks add theirs."""

    VALIDATION = "validation"


class Decision(StrEnum):
    """Which decision a prepared reply goes with."""

    VALIDATED = "validated"
    ASKED = "asked"
    REFUSED = "refused"


DECISION_LABELS = {
    Decision.ASKED: pgettext_lazy("reply", "When you ask something"),
    Decision.REFUSED: pgettext_lazy("reply", "When you refuse"),
    Decision.VALIDATED: pgettext_lazy("reply", "When you validate"),
}
