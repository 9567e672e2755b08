"""What TwinSpaces hold about a person: nothing but a closed guide."""

from django.db.models import Q

from opentwinning.collaboration.twinspaces.models import GuideClosed, TwinSpace
from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare, not_personal

not_personal(TwinSpace)
declare(
    Declaration(
        model=GuideClosed,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(member__account_id=key),
        purpose="not show the first visit's checklist again",
        retention="while the project is kept",
        plain=("member", "closed_at"),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
