"""Everything that changes recognition."""

from opentwinning.collaboration.recognition.actions.applications import (
    begin_application,
    choose_evidence,
    save_answers,
    save_criterion,
    submit_application,
    withdraw_application,
)
from opentwinning.collaboration.recognition.actions.assessments import (
    appoint_assessor,
    assign_assessor,
    dismiss_assessor,
    finish_assessment,
    save_assessment,
)
from opentwinning.collaboration.recognition.actions.awards import award_label, refuse_label
from opentwinning.collaboration.recognition.actions.departures import let_account_go, let_project_go
from opentwinning.collaboration.recognition.actions.european import (
    decide_round,
    open_round,
    recommend_project,
    save_rule,
    withdraw_recommendation,
)
from opentwinning.collaboration.recognition.actions.windows import save_scheme, save_window

__all__ = [
    "appoint_assessor",
    "assign_assessor",
    "award_label",
    "begin_application",
    "choose_evidence",
    "decide_round",
    "dismiss_assessor",
    "finish_assessment",
    "let_account_go",
    "let_project_go",
    "open_round",
    "recommend_project",
    "refuse_label",
    "save_answers",
    "save_assessment",
    "save_criterion",
    "save_rule",
    "save_scheme",
    "save_window",
    "submit_application",
    "withdraw_application",
    "withdraw_recommendation",
]
