"""Privacy of stamped forms."""

from django.db.models import Q

from opentwinning.community.papers.models import Paper
from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare

declare(
    Declaration(
        model=Paper,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="know from a stamp of the school that the educator works there",
        retention="until the decision and so many days after it as the country's rules say",
        personal=("name",),
        plain=(
            "ref",
            "educator",
            "begun_at",
            "due_at",
            "reminded_at",
            "told_late_at",
            "sent_at",
            "delete_at",
            "kind",
            "media_type",
            "size",
            "sha256",
            "stored_name",
            "thumb_name",
        ),
        withheld=("sha256", "stored_name", "thumb_name"),
        # The daily sweep takes the contents off the disk, since no row names them any more.
        on_erasure=OnErasure.DELETE,
        order=30,
    )
)
