"""Subscribers and privacy of spaces."""

from django.db.models import Q

from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare, not_personal
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.wiring import joining, subscribers

__all__ = ["joining", "subscribers"]

not_personal(Space)
_PLAIN = (
    "ref",
    "space",
    "account",
    "pupil",
    "capacity",
    "country",
    "organisation_name",
    "joined_at",
    "left_at",
)
declare(
    Declaration(
        model=Member,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="belong to a project and be named beside one's work",
        retention="while the project is kept; the name goes with the person",
        personal=("name",),
        plain=_PLAIN,
        on_erasure=OnErasure.BLANK,
        blank={"name": ""},
    )
)
declare(
    Declaration(
        model=Member,
        subject=Subject.PUPIL,
        rows=lambda key: Q(pupil_id=key),
        purpose="belong to a project and be named by nickname beside one's work",
        retention="12 months after the project; contributions stay without a name",
        personal=("name",),
        plain=_PLAIN,
        on_erasure=OnErasure.BLANK,
        blank={"name": ""},
    )
)
