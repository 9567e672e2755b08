"""Everything that changes an educator."""

from opentwinning.people.educators.actions.profile import complete_profile, edit_profile
from opentwinning.people.educators.actions.validation import (
    answer_office,
    ask_educator,
    refuse_educator,
    request_validation,
    validate_educator,
)

__all__ = [
    "answer_office",
    "ask_educator",
    "complete_profile",
    "edit_profile",
    "refuse_educator",
    "request_validation",
    "validate_educator",
]
