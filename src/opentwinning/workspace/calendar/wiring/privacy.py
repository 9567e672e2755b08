"""What the calendar holds about a person."""

from opentwinning.core.privacy import Declaration, OnErasure, declare_shared
from opentwinning.workspace.calendar.models import Event, Feed
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
            "source",
            "source_said",
            "cancelled_at",
            "withheld_at",
            "deleted_at",
            "deleted_by",
        ),
        withheld=("form_token", "source", "source_said", "deleted_by"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)
declare_shared(
    Declaration(
        model=Feed,
        purpose="read the calendar in one's own program",
        retention="until it is ended or its owner leaves the project",
        personal=(),
        plain=("member", "digest", "made_at"),
        withheld=("digest",),
        on_erasure=OnErasure.DELETE,
    ),
    person_behind("member"),
)
