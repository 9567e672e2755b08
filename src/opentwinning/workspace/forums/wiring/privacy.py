"""What the forum holds about a person."""

from opentwinning.core.privacy import Declaration, OnErasure, declare_shared
from opentwinning.workspace.forums.models import ReadMark, Reply, Thread
from opentwinning.workspace.spaces.vocabulary import KEPT, KEPT_BECAUSE, person_behind

declare_shared(
    Declaration(
        model=Thread,
        purpose="talk with partners",
        retention=KEPT,
        personal=("title",),
        plain=(
            "ref",
            "space",
            "place",
            "author",
            "last_number",
            "last_at",
            "last_by",
            "is_closed",
            "form_token",
            "created_at",
            "deleted_at",
            "deleted_by",
        ),
        withheld=("last_by", "form_token", "deleted_by"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)
declare_shared(
    Declaration(
        model=Reply,
        purpose="talk with partners",
        retention=KEPT,
        personal=("text", "hidden_reason"),
        plain=(
            "ref",
            "thread",
            "number",
            "author",
            "language",
            "form_token",
            "created_at",
            "edited_at",
            "hidden_at",
            "hidden_by",
            "withheld_at",
            "was_hidden",
            "is_held",
            "deleted_at",
        ),
        withheld=("form_token", "hidden_by"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)
declare_shared(
    Declaration(
        model=ReadMark,
        purpose="know what is new since the last visit",
        retention=KEPT,
        personal=(),
        plain=(
            "member",
            "thread",
            "number",
            "read_at",
        ),
        on_erasure=OnErasure.DELETE,
    ),
    person_behind("member"),
)
