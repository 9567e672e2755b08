"""Reading recognition."""

from opentwinning.collaboration.recognition.queries.access import access_application
from opentwinning.collaboration.recognition.queries.eligibility import (
    Line,
    european_lines,
    is_partner_of,
    national_lines,
    round_candidates,
)
from opentwinning.collaboration.recognition.queries.lists import (
    application_for,
    applications_of,
    applications_to_assess,
    applications_waiting_for,
    labels_of_educator,
    labels_of_organisation,
    labels_of_project,
    labels_waiting_for,
    possible_assessors,
    window_for,
)

__all__ = [
    "Line",
    "access_application",
    "application_for",
    "applications_of",
    "applications_to_assess",
    "applications_waiting_for",
    "european_lines",
    "is_partner_of",
    "labels_of_educator",
    "labels_of_organisation",
    "labels_of_project",
    "labels_waiting_for",
    "national_lines",
    "possible_assessors",
    "round_candidates",
    "window_for",
]
