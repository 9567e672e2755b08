"""Privacy of boxes."""

from django.db.models import Q

from opentwinning.collaboration.boxes.models import Box
from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare

declare(
    Declaration(
        model=Box,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="take a project along that she teaches in",
        retention="so many days as the operator says (seven, unless set otherwise)",
        plain=(
            "ref",
            "space",
            "account",
            "state",
            "language",
            "ordered_at",
            "heard_at",
            "done_bytes",
            "total_bytes",
            "made_at",
            "ends_at",
            "size",
            "sha256",
            "stored_name",
            "left_out",
            "problem",
        ),
        withheld=("sha256", "stored_name"),
        # The daily sweep takes the contents off the disk, since no row names them any more.
        on_erasure=OnErasure.DELETE,
        order=30,
    )
)
