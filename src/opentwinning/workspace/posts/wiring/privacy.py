"""What posts hold about a person."""

from django.db.models import Q

from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare, not_personal
from opentwinning.workspace.posts.models import Post, PostPhoto

_KEPT = "while the project is kept; the name goes with the person"
for subject, path in ((Subject.EDUCATOR, "account_id"), (Subject.PUPIL, "pupil_id")):
    declare(
        Declaration(
            model=Post,
            subject=subject,
            rows=lambda key, path=path: Q(**{f"author__{path}": key}),  # type: ignore[misc]  # bound early
            purpose="tell partners what happened",
            retention=_KEPT,
            personal=("title", "text", "published_title", "published_text", "decision_note"),
            plain=(
                "ref",
                "space",
                "place",
                "author",
                "language",
                "state",
                "created_at",
                "edited_at",
                "version",
                "form_token",
                "decided_by",
                "decided_at",
                "published_at",
                "deleted_at",
                "deleted_by",
            ),
            withheld=("form_token", "decided_by", "deleted_by"),
            on_erasure=OnErasure.KEEP,
            because="common work stays for its partners, signed without a name",
        )
    )

not_personal(PostPhoto)
