"""What walls hold about an educator."""

from django.db.models import Q

from opentwinning.community.walls.models import WallPost
from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare

declare(
    Declaration(
        model=WallPost,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(author__account_id=key),
        purpose="tell colleagues what one does and thinks",
        retention="while the account lives; 30 days in the trash",
        personal=("title", "text"),
        plain=(
            "ref", "author", "language", "circle", "at", "edited_at", "deleted_at", "withheld_at",
        ),
        on_erasure=OnErasure.DELETE,
        order=40,
    )
)  # fmt: skip
