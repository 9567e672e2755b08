"""Everything that changes an educator."""

from opentwinning.people.educators.actions.activity import keep_answer_rate
from opentwinning.people.educators.actions.ambassadors import (
    agree_to_be_ambassador,
    appoint_ambassador,
    end_ambassador,
)
from opentwinning.people.educators.actions.care import give_profile_back, withhold_profile
from opentwinning.people.educators.actions.photo import add_photo, remove_photo
from opentwinning.people.educators.actions.profile import (
    complete_profile,
    confirm_profile,
    edit_profile,
    empty_shadow,
    follow_name,
    forget_educator,
    register_educator,
)
from opentwinning.people.educators.actions.regional import keep_with_region
from opentwinning.people.educators.actions.roles import ask_role_review, turn_role_away
from opentwinning.people.educators.actions.suspension import (
    lift_suspension,
    suspend_educator,
)
from opentwinning.people.educators.actions.validation import (
    answer_office,
    ask_educator,
    check_again,
    lapse_validation,
    refuse_educator,
    renew_validation,
    request_validation,
    validate_educator,
)

__all__ = [
    "add_photo",
    "agree_to_be_ambassador",
    "answer_office",
    "appoint_ambassador",
    "ask_educator",
    "ask_role_review",
    "check_again",
    "complete_profile",
    "confirm_profile",
    "edit_profile",
    "empty_shadow",
    "end_ambassador",
    "follow_name",
    "forget_educator",
    "give_profile_back",
    "keep_answer_rate",
    "keep_with_region",
    "lapse_validation",
    "lift_suspension",
    "refuse_educator",
    "register_educator",
    "remove_photo",
    "renew_validation",
    "request_validation",
    "suspend_educator",
    "turn_role_away",
    "validate_educator",
    "withhold_profile",
]
