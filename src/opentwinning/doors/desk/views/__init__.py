"""Pages of the desk."""

from opentwinning.doors.desk.views.inbox import inbox
from opentwinning.doors.desk.views.pairs import pair, pairs, undo
from opentwinning.doors.desk.views.regional import regional, regional_answer
from opentwinning.doors.desk.views.registers import (
    columns,
    drop,
    progress,
    read_again,
    receive,
    register,
    reopen,
    report,
    rows,
    schools,
    start,
)
from opentwinning.doors.desk.views.statistics import statistics, statistics_csv
from opentwinning.doors.desk.views.validation import ask, validation
from opentwinning.doors.desk.views.validation_figures import (
    validation_figures,
    validation_figures_csv,
)

__all__ = [
    "ask",
    "columns",
    "drop",
    "inbox",
    "pair",
    "pairs",
    "progress",
    "read_again",
    "receive",
    "regional",
    "regional_answer",
    "register",
    "reopen",
    "report",
    "rows",
    "schools",
    "start",
    "statistics",
    "statistics_csv",
    "undo",
    "validation",
    "validation_figures",
    "validation_figures_csv",
]
