"""Privacy of boxes."""

from django.db.models import Q

from opentwinning.collaboration.boxes.models import Arrival, Box
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
declare(
    Declaration(
        model=Arrival,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="bring a project from another place and read it here",
        retention="until she deletes it; a box that was not taken in, as long as one that is ready",
        plain=(
            "ref",
            "account",
            "state",
            "space",
            "title",
            "description",
            "made_by",
            "made_at",
            "counts",
            "left_out",
            "refused",
            "size",
            "sha256",
            "stored_name",
            "problem",
            "sent_at",
            "ends_at",
        ),
        withheld=("sha256", "stored_name"),
        on_erasure=OnErasure.DELETE,
        order=31,
    )
)
