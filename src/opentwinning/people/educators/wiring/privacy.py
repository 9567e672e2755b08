"""What educators' profiles hold about a person."""

from django.db.models import Q

from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare, points_at_person
from opentwinning.people.educators.models import (
    Ambassador,
    Educator,
    Photo,
    RoleReview,
    Trait,
    ValidationStep,
)

points_at_person(
    ValidationStep, "by_account_id", after="the step stays with the educator it is about; no name"
)
declare(
    Declaration(
        model=Educator,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="be known to colleagues and found as a partner",
        retention="while the account lives",
        personal=(
            "name",
            "profession",
            "refused_for_role",
            "accepted_role",
            "experience",
            "about",
            "ideas",
            "pupils_count",
            "answer_rate",
            "trait_keys",
            "photo_key",
        ),
        plain=(
            "ref",
            "account",
            "country",
            "is_visible",
            "withheld_visible",
            "is_available",
            "validation_state",
            "waiting_since",
            "with_region_until",
            "validated_until",
            "created_at",
            "updated_at",
            "last_active_at",
        ),
        on_erasure=OnErasure.BLANK,
        blank={
            "name": "",
            "profession": "",
            "refused_for_role": "",
            "accepted_role": "",
            "experience": "",
            "about": "",
            "ideas": "",
            "pupils_count": None,
            "answer_rate": None,
            "trait_keys": "",
            "photo_key": "",
            "is_visible": False,
            "is_available": False,
        },
    )
)
declare(
    Declaration(
        model=Photo,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="be known to colleagues by face",
        retention="until she takes it away, at most while the account lives",
        personal=("large", "small"),
        plain=("educator", "added_at"),
        withheld=("small",),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
declare(
    Declaration(
        model=Trait,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="be found as a partner",
        retention="while the account lives",
        personal=("kind", "value"),
        plain=("educator",),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
declare(
    Declaration(
        model=ValidationStep,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="show how the validation came about",
        retention="while the account lives",
        personal=("message",),
        plain=("educator", "state", "by_account_id", "at", "waited_since"),
        withheld=("by_account_id",),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
points_at_person(
    RoleReview, "refused_by_account_id", after="goes with the educator it is about; no name"
)
declare(
    Declaration(
        model=RoleReview,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="let somebody else look at a refusal for the role",
        retention="while the account lives",
        personal=("role", "message"),
        plain=("educator", "refused_by_account_id", "asked_at", "answered_at", "is_accepted"),
        withheld=("refused_by_account_id",),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
points_at_person(Ambassador, "by_account_id", after="goes with the ambassador it is about")
declare(
    Declaration(
        model=Ambassador,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="let others find an experienced teacher who agreed to help",
        retention="while the account lives",
        personal=("region", "contact"),
        plain=(
            "educator",
            "country",
            "last_day",
            "appointed_at",
            "by_account_id",
            "agreed_at",
            "ended_at",
        ),
        withheld=("by_account_id",),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
