"""The code of conduct, cases, reports, statements of reasons, clocks."""

from opentwinning.people.safeguarding.models.case import Case, Guardian, Report
from opentwinning.people.safeguarding.models.clocks import Clocks
from opentwinning.people.safeguarding.models.conduct import Agreement, ConductText
from opentwinning.people.safeguarding.models.statement import Statement
from opentwinning.people.safeguarding.models.words import WatchedWords

__all__ = [
    "Agreement",
    "Case",
    "Clocks",
    "ConductText",
    "Guardian",
    "Report",
    "Statement",
    "WatchedWords",
]
