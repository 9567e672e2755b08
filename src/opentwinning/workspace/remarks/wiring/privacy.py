"""What remarks hold about a person."""

from opentwinning.core.privacy import Declaration, OnErasure, declare_shared
from opentwinning.workspace.remarks.models import Reaction, Remark
from opentwinning.workspace.spaces.vocabulary import KEPT, KEPT_BECAUSE, person_behind

declare_shared(
    Declaration(
        model=Remark,
        purpose="talk about pages and posts beside them",
        retention=KEPT,
        personal=("text", "quote", "hidden_reason"),
        plain=(
            "ref", "space", "kind", "thing_ref", "parent", "author", "language", "form_token",
            "created_at", "edited_at", "settled_at", "settled_by", "hidden_at", "hidden_by",
            "withheld_at", "was_hidden", "is_held", "deleted_at",
        ),
        withheld=("form_token", "hidden_by", "settled_by"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("author"),
)  # fmt: skip
declare_shared(
    Declaration(
        model=Reaction,
        purpose="say with a sign that one likes something",
        retention=KEPT,
        personal=("name",),
        plain=("space", "kind", "thing_ref", "member", "given_at"),
        on_erasure=OnErasure.DELETE,
    ),
    person_behind("member"),
)
