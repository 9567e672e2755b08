"""Reading educators."""

from opentwinning.people.educators.queries.access import (
    access_educator,
    educator_by_email,
    educator_of,
)
from opentwinning.people.educators.queries.profile import traits_of
from opentwinning.people.educators.queries.validation import (
    educators_lapsing_in,
    educators_to_lapse,
    educators_waiting_for,
    steps_of,
    waiting_count,
)

__all__ = [
    "access_educator",
    "educator_by_email",
    "educator_of",
    "educators_lapsing_in",
    "educators_to_lapse",
    "educators_waiting_for",
    "steps_of",
    "traits_of",
    "waiting_count",
]
