"""What pages hold about a person: the text is the project's, its versions name their authors."""

from opentwinning.core.privacy import Declaration, OnErasure, declare_shared, not_personal
from opentwinning.workspace.pages.models import (
    EmbedSite,
    Page,
    PageChange,
    PageCoAuthor,
    PageDocument,
    PageStart,
    PageVersion,
)
from opentwinning.workspace.spaces.vocabulary import KEPT, KEPT_BECAUSE, person_behind

declare_shared(
    Declaration(
        model=Page,
        purpose="write together",
        retention=KEPT,
        personal=("title", "text"),
        plain=(
            "ref",
            "space",
            "parent",
            "position",
            "place",
            "state",
            "withheld_from",
            "language",
            "version",
            "is_locked",
            "pupils_may_edit",
            "kept_for",
            "kept_for_people",
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
        withheld=("saved_by", "form_token", "deleted_by", "kept_for_people"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("created_by"),
)
declare_shared(
    Declaration(
        model=PageVersion,
        purpose="show who changed what, and bring back earlier text",
        retention=KEPT,
        personal=("title", "text"),
        plain=(
            "page",
            "number",
            "author",
            "saved_at",
            "restored_from",
        ),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)
declare_shared(
    Declaration(
        model=PageChange,
        purpose="write together: keystrokes until a version holds them",
        retention="minutes: until the next version",
        personal=(),
        plain=("document", "author", "body", "made_at"),
        withheld=("body",),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)
declare_shared(
    Declaration(
        model=PageCoAuthor,
        purpose="show who wrote a version together",
        retention=KEPT,
        personal=(),
        plain=("version", "member"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("member"),
)
not_personal(EmbedSite)
not_personal(PageDocument)
not_personal(PageStart)
