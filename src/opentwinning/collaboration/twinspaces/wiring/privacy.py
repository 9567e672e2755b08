"""What TwinSpaces hold about a person: a closed guide, a reminder."""

from django.db.models import Q

from opentwinning.collaboration.twinspaces.models import Guest, GuideClosed, Nudge, TwinSpace
from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare, not_personal
from opentwinning.people.accounts.models import Address

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


def _invited(key: int) -> Q:
    """A guest is known by her address; she may have had no account when she was invited."""
    hers = Address.objects.filter(account_id=key, confirmed_at__isnull=False)
    return Q(email__in=hers.values("email"))


declare(
    Declaration(
        model=Guest,
        subject=Subject.EDUCATOR,
        rows=_invited,
        purpose="let an adult from outside read along for a purpose and a time",
        retention="a year after the visit",
        personal=("name", "email", "purpose"),
        plain=("ref", "twinspace", "invited_at", "last_day", "ended_at"),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
