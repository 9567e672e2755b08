"""What comments hold about an educator."""

from django.db.models import Q

from opentwinning.community.comments.models import Comment, Thread
from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare

declare(
    Declaration(
        model=Comment,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(author__account_id=key),
        purpose="talk below what an educator shows",
        retention="as the thing it stands below",
        personal=("text",),
        plain=(
            "ref", "thread", "author", "language", "at", "edited_at", "deleted_at", "hidden_at",
            "withheld_at",
        ),
        on_erasure=OnErasure.DELETE,
        order=30,
    )
)  # fmt: skip
declare(
    Declaration(
        model=Thread,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(owner__account_id=key),
        purpose="know below what comments stand, and whether they are closed",
        retention="as the thing it stands below",
        plain=("kind", "thing", "owner", "closed_at"),
        on_erasure=OnErasure.DELETE,
        order=40,
    )
)
