"""Kinds, states and sources of organisations."""

import datetime as dt
from enum import StrEnum

from django.utils.translation import pgettext_lazy

from opentwinning.facilities.limits.vocabulary import Limit


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


class SchoolAnswer(StrEnum):
    """What a school says about somebody."""

    YES = "yes"
    NO = "no"


SCHOOL_ANSWERS = {
    SchoolAnswer.YES: pgettext_lazy("confirmation", "Yes, this person works here."),
    SchoolAnswer.NO: pgettext_lazy("confirmation", "No, I do not know this person."),
}


class RegionalAnswer(StrEnum):
    """What a regional officer says about somebody (X-06)."""

    YES = "yes"
    NO = "no"


REGIONAL_ANSWERS = {
    RegionalAnswer.YES: pgettext_lazy("regional", "Yes, this person works there."),
    RegionalAnswer.NO: pgettext_lazy("regional", "I cannot confirm this."),
}


class ImportState(StrEnum):
    """received → checking → ready → running → done; a look or an import can fail; until it runs,
    the mapping may be changed (back to received) or the file dropped."""

    RECEIVED = "received"
    CHECKING = "checking"
    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    DROPPED = "dropped"


IMPORT_MOVES = {
    ImportState.RECEIVED: frozenset({ImportState.CHECKING, ImportState.DROPPED}),
    ImportState.CHECKING: frozenset({ImportState.READY, ImportState.FAILED}),
    ImportState.READY: frozenset(
        {ImportState.RECEIVED, ImportState.RUNNING, ImportState.DROPPED}
    ),
    ImportState.RUNNING: frozenset({ImportState.DONE, ImportState.FAILED}),
    ImportState.FAILED: frozenset({ImportState.RECEIVED, ImportState.DROPPED}),
}  # fmt: skip


class PairState(StrEnum):
    """A pair is open until an officer merges it or says that these are two schools."""

    OPEN = "open"
    MERGED = "merged"
    APART = "apart"


class PairReason(StrEnum):
    SUCCESSOR = "successor"
    LOOK_ALIKE = "look_alike"


REASON_LABELS = {
    PairReason.SUCCESSOR: pgettext_lazy(
        "pair", "The register closed one and opened the other: same name, same town."
    ),
    PairReason.LOOK_ALIKE: pgettext_lazy(
        "pair", "A teacher registered one; the other came with the register."
    ),
}


class Closing(StrEnum):
    """Which schools an import closes when they are not in its file."""

    WHOLE = "whole"  # every school of the country's registers
    LAYOUT = "layout"  # those that came with an earlier file of the same layout
    NONE = "none"


CLOSING_LABELS = {
    Closing.WHOLE: pgettext_lazy("register", "It is the whole register of the country"),
    Closing.LAYOUT: pgettext_lazy("register", "It is one part; other parts have other columns"),
    Closing.NONE: pgettext_lazy("register", "It only adds and changes. Close no school"),
}


class TableKind(StrEnum):
    """What a register file is inside."""

    TEXT = "text"
    WORKBOOK = "workbook"
    WEB_PAGE = "web_page"


class Problem(StrEnum):
    """What can be wrong with one line of a register; the other lines are taken all the same."""

    NO_CODE = "no_code"
    NO_NAME = "no_name"
    LONG_CODE = "long_code"
    DOUBLED_CODE = "doubled_code"
    SHORT_LINE = "short_line"
    UNKNOWN_PARENT = "unknown_parent"
    LONG_LINE = "long_line"
    DAMAGED_CODE = "damaged_code"


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
    Problem.LONG_LINE: pgettext_lazy(
        "register", "There are more cells than headings. The line was left out."
    ),
    Problem.DAMAGED_CODE: pgettext_lazy(
        "register", "A spreadsheet has damaged the code. The line was left out."
    ),
}

# What an officer writes in a record; its state stands beside them.
EDITABLE = (
    "name", "legal_name", "accreditation", "place", "postcode", "region", "website", "email",
    "second_email", "latitude", "longitude",
)  # fmt: skip
# The only columns an import reads: a register may hold names and numbers of people beside them.
REGISTER_FIELDS = (
    "code", "name", "kind", "place", "region", "postcode", "website", "latitude", "longitude",
    "parent", "position", "address", "legal_name", "accreditation",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-16", "windows-1250", "windows-1251", "windows-1252", "windows-1253",
             "windows-1254", "windows-1257", "iso-8859-1", "iso-8859-2", "iso-8859-5", "iso-8859-7",
             "iso-8859-9", "iso-8859-13", "iso-8859-15", "utf-16-le", "utf-16-be")  # fmt: skip
DELIMITERS = (",", ";", "\t", "|")
FILE_GONE = pgettext_lazy("register", "The file is not here any more. Choose it once more.")
MAX_UNPACKED = 400 * 1024 * 1024  # bytes
HEADING_WITHIN = 40  # rows that may stand above the heading, the heading among them
BATCH = 1000  # rows held in memory at one time
KEPT = dt.timedelta(days=1)  # an uploaded register waits this long for its import
REGISTER_LIMITS = (Limit(5, dt.timedelta(days=1)),)  # new schools of one teacher
MAX_REGISTER = 50 * 1024 * 1024  # bytes
LOOKED_AT = 100  # schools of first teachers that one import compares
ROWS_SHOWN = 8  # of a file that was received
ROWS_WEIGHED = 1000  # first rows that a guess looks at
ROWS_LISTED = {TableKind.TEXT: 60_000, TableKind.WEB_PAGE: 20_000, TableKind.WORKBOOK: 3_000}
KINDS_LISTED = 100  # different words of a column that may be ticked one by one
SLICE = dt.timedelta(seconds=90)  # a job imports no longer at a time: its lease must not run out
PROBLEMS_KEPT = 200
MANY_CLOSED = 0.3  # an import that closes more of the register than this needs a second word
COLUMNS_OF_MAP = 22  # cells across: more marks would lie upon each other
TOWNS_LISTED = 60
SCHOOLS_LISTED = 60
MAP_KEPT = 300  # seconds: the map follows by the hour, so this adds nothing
