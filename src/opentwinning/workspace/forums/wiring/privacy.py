"""What the forum holds about a person."""

from django.db.models import Q

from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare
from opentwinning.workspace.forums.models import ReadMark, Reply, Thread

_KEPT = "while the project is kept; the name goes with the person"
for subject, path in ((Subject.EDUCATOR, "account_id"), (Subject.PUPIL, "pupil_id")):
    declare(
        Declaration(
            model=Thread,
            subject=subject,
            rows=lambda key, path=path: Q(**{f"author__{path}": key}),  # type: ignore[misc]  # bound early
            purpose="talk with partners",
            retention=_KEPT,
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
            because="common work stays for its partners, signed without a name",
        )
    )
    declare(
        Declaration(
            model=Reply,
            subject=subject,
            rows=lambda key, path=path: Q(**{f"author__{path}": key}),  # type: ignore[misc]  # bound early
            purpose="talk with partners",
            retention=_KEPT,
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
                "deleted_at",
            ),
            withheld=("form_token", "hidden_by"),
            on_erasure=OnErasure.KEEP,
            because="common work stays for its partners, signed without a name",
        )
    )
    declare(
        Declaration(
            model=ReadMark,
            subject=subject,
            rows=lambda key, path=path: Q(**{f"member__{path}": key}),  # type: ignore[misc]  # bound early
            purpose="know what is new since the last visit",
            retention=_KEPT,
            personal=(),
            plain=(
                "member",
                "thread",
                "number",
                "read_at",
            ),
            on_erasure=OnErasure.DELETE,
        )
    )
