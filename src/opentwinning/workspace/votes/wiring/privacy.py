"""What polls hold about a person."""

from opentwinning.core.privacy import Declaration, OnErasure, declare_shared, not_personal
from opentwinning.workspace.spaces.vocabulary import KEPT, KEPT_BECAUSE, person_behind
from opentwinning.workspace.votes.models import Ballot, Choice, Pick, Poll

not_personal(Choice, Pick)
declare_shared(
    Declaration(
        model=Poll,
        purpose="decide together, and find a time",
        retention=KEPT,
        personal=("title", "text"),
        plain=(
            "ref", "space", "place", "author", "kind", "language", "voice", "reveal",
            "takes_many", "shows_names", "closes_at", "closed_at", "event_ref", "version",
            "form_token", "created_at", "withheld_at", "deleted_at", "deleted_by",
        ),
        withheld=("form_token", "deleted_by"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)  # fmt: skip
declare_shared(
    Declaration(
        model=Ballot,
        purpose="count each vote once, and let it be changed",
        retention=KEPT,
        personal=("given_at",),
        plain=("poll", "member", "country", "school"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("member"),
)
