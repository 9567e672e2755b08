"""Kinds, states and sources of organisations."""

from enum import StrEnum

from django.utils.translation import pgettext_lazy


class OrganisationState(StrEnum):
    ACTIVE = "active"
    CLOSED = "closed"


class Source(StrEnum):
    REGISTER = "register"
    FIRST_TEACHER = "first_teacher"


class SchoolKind(StrEnum):
    """What the first teacher of a school can call it; registers use their own words."""

    KINDERGARTEN = "kindergarten"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    VOCATIONAL = "vocational"
    SPECIAL = "special"
    SCHOOL = "school"
    OTHER = "other"


KIND_LABELS = {
    SchoolKind.KINDERGARTEN: pgettext_lazy("school kind", "Kindergarten or preschool"),
    SchoolKind.PRIMARY: pgettext_lazy("school kind", "Primary school"),
    SchoolKind.SECONDARY: pgettext_lazy("school kind", "Secondary school"),
    SchoolKind.VOCATIONAL: pgettext_lazy("school kind", "Vocational school"),
    SchoolKind.SPECIAL: pgettext_lazy("school kind", "School for special education"),
    SchoolKind.SCHOOL: pgettext_lazy("school kind", "School"),
    SchoolKind.OTHER: pgettext_lazy("school kind", "Another organisation"),
}


class Problem(StrEnum):
    """What can be wrong with one line of a register; the other lines are taken all the same."""

    NO_CODE = "no_code"
    NO_NAME = "no_name"
    LONG_CODE = "long_code"
    DOUBLED_CODE = "doubled_code"
    SHORT_LINE = "short_line"
    UNKNOWN_PARENT = "unknown_parent"


PROBLEM_LABELS = {
    Problem.NO_CODE: pgettext_lazy("register", "The code is missing. The line was left out."),
    Problem.NO_NAME: pgettext_lazy("register", "The name is missing. The line was left out."),
    Problem.LONG_CODE: pgettext_lazy("register", "The code is too long. The line was left out."),
    Problem.DOUBLED_CODE: pgettext_lazy(
        "register", "This code occurs twice. The first line counts."
    ),
    Problem.SHORT_LINE: pgettext_lazy("register", "Cells are missing. The line was left out."),
    Problem.UNKNOWN_PARENT: pgettext_lazy(
        "register", "The parent school is not in the register. The branch stands alone."
    ),
}

# The only columns an import reads: a register may hold names and numbers of people beside them.
REGISTER_FIELDS = (
    "code", "name", "kind", "place", "region", "postcode", "website", "latitude", "longitude",
    "parent",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-16", "windows-1250", "windows-1251", "windows-1252", "windows-1253",
             "windows-1254", "windows-1257", "iso-8859-1", "iso-8859-2", "iso-8859-15")  # fmt: skip
DELIMITERS = (",", ";", "\t", "|")
BATCH = 1000  # rows held in memory at one time
PROBLEMS_KEPT = 200
MANY_CLOSED = 0.3  # an import that closes more of the register than this needs a second word
