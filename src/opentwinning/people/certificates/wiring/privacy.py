"""What a certificate says about its holder. Papers of pupils and classes carry no name (G12)."""

from django.db.models import Q

from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare
from opentwinning.people.certificates.models import Certificate

_PLAIN = (
    "ref",
    "code",
    "kind",
    "account",
    "pupil",
    "school_class",
    "language",
    "country",
    "title",
    "facts",
    "cause",
    "issued_at",
    "revoked_at",
    "revoked_reason",
)
declare(
    Declaration(
        model=Certificate,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="prove participation and recognition; checked by whoever is shown the paper",
        retention="while the account lives; without a name afterwards",
        personal=("holder_name",),
        plain=_PLAIN,
        withheld=("cause",),
        on_erasure=OnErasure.BLANK,
        blank={"holder_name": "", "account": None},
    )
)
declare(
    Declaration(
        model=Certificate,
        subject=Subject.PUPIL,
        rows=lambda key: Q(pupil_id=key),
        purpose="give the pupil a paper about her work",
        retention="as long as the pupil's card",
        plain=("holder_name", *_PLAIN),
        withheld=("cause",),
        on_erasure=OnErasure.BLANK,
        blank={"pupil": None},
    )
)
