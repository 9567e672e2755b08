"""Pages of the desk."""

from opentwinning.doors.desk.views.inbox import inbox
from opentwinning.doors.desk.views.registers import import_file, look, mapping, schools
from opentwinning.doors.desk.views.statistics import statistics, statistics_csv
from opentwinning.doors.desk.views.validation import validation

__all__ = [
    "import_file",
    "inbox",
    "look",
    "mapping",
    "schools",
    "statistics",
    "statistics_csv",
    "validation",
]
