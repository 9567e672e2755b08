"""What TwinSpaces hold about a person: a closed guide, a reminder."""

from django.db.models import Q

from opentwinning.collaboration.twinspaces.models import GuideClosed, Nudge, TwinSpace
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
declare(
    Declaration(
        model=Nudge,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(member__account_id=key),
        purpose="remind a silent partner no more often than once in two weeks",
        retention="while the project is kept",
        plain=("member", "nudged_at"),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
