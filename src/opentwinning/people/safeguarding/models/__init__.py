"""Cases, reports, statements of reasons, clocks."""

from opentwinning.people.safeguarding.models.case import Case, Guardian, Report
from opentwinning.people.safeguarding.models.clocks import Clocks
from opentwinning.people.safeguarding.models.statement import Statement

__all__ = ["Case", "Clocks", "Guardian", "Report", "Statement"]
