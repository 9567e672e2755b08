"""Reporting, deciding, stating reasons, appealing."""

from opentwinning.people.safeguarding.actions.appeals import answer_appeal, appeal_statement
from opentwinning.people.safeguarding.actions.cases import decide_case, raise_case
from opentwinning.people.safeguarding.actions.conduct import agree_to_conduct, save_conduct
from opentwinning.people.safeguarding.actions.keeping import forget_evidence, save_clocks
from opentwinning.people.safeguarding.actions.reports import report_item
from opentwinning.people.safeguarding.actions.statements import end_statements, state_reasons
from opentwinning.people.safeguarding.actions.words import save_words

__all__ = [
    "agree_to_conduct",
    "answer_appeal",
    "appeal_statement",
    "decide_case",
    "end_statements",
    "forget_evidence",
    "raise_case",
    "report_item",
    "save_clocks",
    "save_conduct",
    "save_words",
    "state_reasons",
]
