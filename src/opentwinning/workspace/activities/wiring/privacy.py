"""What activities hold about a person."""

from opentwinning.core.privacy import Declaration, OnErasure, declare_shared, not_personal
from opentwinning.workspace.activities.models import Activity, HandIn, HandInFile, Phase
from opentwinning.workspace.spaces.vocabulary import KEPT, KEPT_BECAUSE, person_behind

not_personal(Phase, HandInFile)
declare_shared(
    Declaration(
        model=Activity,
        purpose="say what the classes do, and until when",
        retention=KEPT,
        personal=("title", "text"),
        plain=(
            "ref", "space", "place", "phase", "author", "language", "state", "country", "school",
            "due_at", "due_zone", "version", "form_token", "created_at", "edited_at", "deleted_at",
            "deleted_by",
        ),
        withheld=("form_token", "deleted_by"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)  # fmt: skip
declare_shared(
    Declaration(
        model=HandIn,
        purpose="hand in what one made; a teacher sees it first",
        retention=KEPT,
        personal=("text", "answer"),
        plain=(
            "ref", "activity", "author", "language", "state", "version", "first_at", "handed_at",
            "decided_by", "decided_at", "withheld_from",
        ),
        withheld=("decided_by",),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)  # fmt: skip
