"""What pages hold about a person: the text is the project's, its versions name their authors."""

from django.db.models import Q

from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare
from opentwinning.workspace.pages.models import Page, PageVersion

_KEPT = "while the project is kept; the name goes with the person"
for subject, path in ((Subject.EDUCATOR, "account_id"), (Subject.PUPIL, "pupil_id")):
    declare(
        Declaration(
            model=Page,
            subject=subject,
            rows=lambda key, path=path: Q(**{f"created_by__{path}": key}),  # type: ignore[misc]  # bound early
            purpose="write together",
            retention=_KEPT,
            personal=("title", "text"),
            plain=(
                "ref",
                "space",
                "parent",
                "position",
                "place",
                "state",
                "language",
                "version",
                "is_locked",
                "pupils_may_edit",
                "created_by",
                "created_at",
                "saved_by",
                "saved_at",
                "form_token",
                "published_version",
                "published_at",
                "deleted_at",
                "deleted_by",
            ),
            withheld=("saved_by", "form_token", "deleted_by"),
            on_erasure=OnErasure.KEEP,
            because="common work stays for its partners, signed without a name",
        )
    )
    declare(
        Declaration(
            model=PageVersion,
            subject=subject,
            rows=lambda key, path=path: Q(**{f"author__{path}": key}),  # type: ignore[misc]  # bound early
            purpose="show who changed what, and bring back earlier text",
            retention=_KEPT,
            personal=("title", "text"),
            plain=(
                "page",
                "number",
                "author",
                "saved_at",
                "restored_from",
            ),
            on_erasure=OnErasure.KEEP,
            because="common work stays for its partners, signed without a name",
        )
    )
