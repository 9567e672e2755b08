"""What officers read."""

from opentwinning.doors.desk.queries.evidence import Evidence, evidence_about, next_waiting
from opentwinning.doors.desk.queries.inbox import Clock, Inbox, Waiting, clock_of, inbox_of
from opentwinning.doors.desk.queries.statistics import (
    countries_of,
    countries_with_registers,
    figures_of,
)
from opentwinning.doors.desk.queries.validation_figures import (
    Line,
    ValidationFigures,
    validation_figures_of,
)

__all__ = [
    "Clock",
    "Evidence",
    "Inbox",
    "Line",
    "ValidationFigures",
    "Waiting",
    "clock_of",
    "countries_of",
    "countries_with_registers",
    "evidence_about",
    "figures_of",
    "inbox_of",
    "next_waiting",
    "validation_figures_of",
]
