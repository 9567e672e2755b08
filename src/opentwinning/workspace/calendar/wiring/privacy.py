"""What the calendar holds about a person."""

from opentwinning.core.privacy import Declaration, OnErasure, declare_shared
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.spaces.vocabulary import KEPT, KEPT_BECAUSE, person_behind

declare_shared(
    Declaration(
        model=Event,
        purpose="plan together when what happens",
        retention=KEPT,
        personal=("title", "text", "where"),
        plain=(
            "ref",
            "space",
            "place",
            "author",
            "language",
            "is_whole_day",
            "first_day",
            "last_day",
            "begins_at",
            "ends_at",
            "time_zone",
            "created_at",
            "changed_at",
            "version",
            "form_token",
            "cancelled_at",
            "withheld_at",
            "deleted_at",
            "deleted_by",
        ),
        withheld=("form_token", "deleted_by"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)
