"""What the register holds about a pupil. Her work does not need it: it goes with her."""

from django.db.models import Q

from opentwinning.core.privacy import (
    Declaration,
    OnErasure,
    Subject,
    declare,
    not_personal,
    points_at_person,
)
from opentwinning.people.consents.models import Consent, ConsentText, Wording

not_personal(ConsentText, Wording)
points_at_person(ConsentText, "by_account_id", after="a number without a name")
points_at_person(Consent, "recorded_by_account_id", after="a number without a name")
declare(
    Declaration(
        model=Consent,
        subject=Subject.PUPIL,
        rows=lambda key: Q(pupil_id=key),
        purpose="show a pupil only where her family agreed",
        retention="as long as the pupil",
        personal=("is_given", "kept_where"),
        plain=(
            "pupil",
            "purpose",
            "medium",
            "valid_from",
            "valid_until",
            "wording",
            "recorded_by_account_id",
            "recorded_at",
            "reminded_at",
            "ended_at",
            "ending",
        ),
        withheld=("recorded_by_account_id",),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
