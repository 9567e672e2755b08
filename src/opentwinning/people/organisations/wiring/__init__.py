"""Privacy of organisations, and what they add elsewhere."""

from django.db.models import Q

from opentwinning.core.privacy import (
    Declaration,
    OnErasure,
    Subject,
    declare,
    not_personal,
    points_at_person,
)
from opentwinning.people.organisations.models import (
    Affiliation,
    Confirmation,
    Head,
    MapPin,
    Merge,
    Organisation,
    Pair,
    RegionalCheck,
    RegisterImport,
    RegisterMapping,
)
from opentwinning.people.organisations.wiring import (
    confirmations,
    joining,
    notices,
    places,
    regional,
    regions,
    schedule,
)

__all__ = ["confirmations", "joining", "notices", "places", "regional", "regions", "schedule"]

not_personal(MapPin, Merge, Organisation, Pair, RegisterImport, RegisterMapping)
points_at_person(Merge, "by_account_id", after="a number without a name")
points_at_person(RegisterImport, "by_account_id", after="a number without a name")
declare(
    Declaration(
        model=Affiliation,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="show where the educator works and who validates her",
        retention="while the account lives",
        personal=("organisation", "position", "is_main", "since", "ended_at"),
        plain=("educator",),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
declare(
    Declaration(
        model=Confirmation,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="know from the school that the educator works there",
        retention="while the account lives",
        personal=("organisation", "answer", "asked_at", "answered_at"),
        plain=("educator", "sent_to", "secret_hash", "expires_at"),
        withheld=("sent_to", "secret_hash"),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
points_at_person(
    RegionalCheck, "by_account_id", after="goes with the educator it is about; no name"
)
declare(
    Declaration(
        model=RegionalCheck,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="know from an officer of the region that the educator works there",
        retention="while the account lives",
        personal=("organisation", "region", "answer", "message", "asked_at", "answered_at"),
        plain=("educator", "until", "by_account_id"),
        withheld=("by_account_id",),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
declare(
    Declaration(
        model=Head,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(named_by__account_id=key),
        purpose="tell the head of a school once that it is registered",
        retention="while the account of who named the head lives",
        personal=("organisation", "told_at"),
        plain=("name", "email", "named_by"),
        withheld=("name", "email"),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
