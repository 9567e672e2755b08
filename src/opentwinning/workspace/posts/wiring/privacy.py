"""What posts hold about a person."""

from opentwinning.core.privacy import Declaration, OnErasure, declare_shared, not_personal
from opentwinning.workspace.posts.models import Post, PostPhoto
from opentwinning.workspace.spaces.vocabulary import KEPT, KEPT_BECAUSE, person_behind

declare_shared(
    Declaration(
        model=Post,
        purpose="tell partners what happened",
        retention=KEPT,
        personal=("title", "text", "published_title", "published_text", "decision_note"),
        plain=(
            "ref",
            "space",
            "place",
            "author",
            "language",
            "state",
            "withheld_from",
            "created_at",
            "edited_at",
            "version",
            "form_token",
            "decided_by",
            "decided_at",
            "published_at",
            "pinned_at",
            "deleted_at",
            "deleted_by",
        ),
        withheld=("form_token", "decided_by", "deleted_by"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)

not_personal(PostPhoto)
