"""Reading reports, cases and statements."""

from opentwinning.people.safeguarding.queries.cases import (
    access_case,
    cases_for,
    cases_overdue,
    cases_to_forget,
    cases_to_look_at,
    guardians_of,
    measures_for,
)
from opentwinning.people.safeguarding.queries.clocks import clocks, deadline
from opentwinning.people.safeguarding.queries.conduct import (
    conduct_day,
    conduct_days,
    conduct_in,
    conduct_texts,
    has_agreed,
)
from opentwinning.people.safeguarding.queries.figures import figures_of, guarded, years
from opentwinning.people.safeguarding.queries.reports import (
    access_item,
    report_by_secret,
    reports_of,
)
from opentwinning.people.safeguarding.queries.statements import (
    access_appeal,
    access_statement,
    appeals_for,
    end_of_suspension,
    pass_to,
    statement_about,
    statement_by_pass,
    statement_by_secret,
    suspension_of,
    who_answers,
)
from opentwinning.people.safeguarding.queries.words import watched_words

__all__ = [
    "access_appeal",
    "access_case",
    "access_item",
    "access_statement",
    "appeals_for",
    "cases_for",
    "cases_overdue",
    "cases_to_forget",
    "cases_to_look_at",
    "clocks",
    "conduct_day",
    "conduct_days",
    "conduct_in",
    "conduct_texts",
    "deadline",
    "end_of_suspension",
    "figures_of",
    "guarded",
    "guardians_of",
    "has_agreed",
    "measures_for",
    "pass_to",
    "report_by_secret",
    "reports_of",
    "statement_about",
    "statement_by_pass",
    "statement_by_secret",
    "suspension_of",
    "watched_words",
    "who_answers",
    "years",
]
