"""Reading educators."""

from opentwinning.people.educators.queries.access import (
    access_educator,
    educator_by_email,
    educator_of,
)
from opentwinning.people.educators.queries.activity import (
    answer_level,
    educators_to_refresh,
    educators_to_warn,
    in_words,
    is_resting,
    is_stale,
    last_here,
)
from opentwinning.people.educators.queries.ambassadors import (
    access_ambassador,
    own_ambassadorship,
    running_ambassadors,
    shown_ambassadors,
)
from opentwinning.people.educators.queries.photo import photo_bytes, photo_url
from opentwinning.people.educators.queries.profile import Profile, profile_of, traits_of
from opentwinning.people.educators.queries.roles import may_ask_review, may_role_join
from opentwinning.people.educators.queries.steps import (
    first_steps,
    next_step,
    rights_until,
    usual_time,
    validation_line,
)
from opentwinning.people.educators.queries.validation import (
    can_renew,
    decisions_about,
    educators_to_lapse,
    educators_to_remind,
    educators_waiting_for,
    steps_of,
    waiting_count,
    was_checked_at,
)
from opentwinning.people.educators.queries.waiting import (
    Month,
    recent_wait,
    sums_by_country,
    validation_months,
)

__all__ = [
    "Month",
    "Profile",
    "access_ambassador",
    "access_educator",
    "answer_level",
    "can_renew",
    "decisions_about",
    "educator_by_email",
    "educator_of",
    "educators_to_lapse",
    "educators_to_refresh",
    "educators_to_remind",
    "educators_to_warn",
    "educators_waiting_for",
    "first_steps",
    "in_words",
    "is_resting",
    "is_stale",
    "last_here",
    "may_ask_review",
    "may_role_join",
    "next_step",
    "own_ambassadorship",
    "photo_bytes",
    "photo_url",
    "profile_of",
    "recent_wait",
    "rights_until",
    "running_ambassadors",
    "shown_ambassadors",
    "steps_of",
    "sums_by_country",
    "traits_of",
    "usual_time",
    "validation_line",
    "validation_months",
    "waiting_count",
    "was_checked_at",
]
