"""What the platform holds about a pupil: a nickname, hashes, times. Nothing else (5.4)."""

from django.db.models import Q

from opentwinning.core.privacy import (
    Declaration,
    OnErasure,
    Subject,
    declare,
    not_personal,
    points_at_person,
)
from opentwinning.people.pupils.models import (
    ClassOwner,
    Pupil,
    PupilVisit,
    SchoolClass,
    SignInWindow,
)
from opentwinning.people.pupils.vocabulary import PupilState

not_personal(SchoolClass, SignInWindow)
points_at_person(SignInWindow, "opened_by_account_id", after="forgotten after a week")
declare(
    Declaration(
        model=ClassOwner,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(educator__account_id=key),
        purpose="know who answers for a class",
        retention="while the class lives",
        plain=("school_class", "educator", "since"),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
declare(
    Declaration(
        model=Pupil,
        subject=Subject.PUPIL,
        rows=lambda key: Q(pk=key),
        purpose="let the pupil in and name her work by nickname",
        retention="12 months after the last project, or when the class is deleted",
        personal=("nickname", "skeleton"),
        plain=(
            "ref",
            "school_class",
            "card_hash",
            "pictures_hash",
            "card_made_at",
            "session_epoch",
            "state",
            "created_at",
        ),
        withheld=("card_hash", "pictures_hash", "session_epoch", "skeleton"),
        on_erasure=OnErasure.BLANK,
        blank={
            "nickname": "",
            "skeleton": "",
            "card_hash": "",
            "pictures_hash": "",
            "state": PupilState.ERASED,
        },
        order=900,
    )
)
declare(
    Declaration(
        model=PupilVisit,
        subject=Subject.PUPIL,
        rows=lambda key: Q(pupil_id=key),
        purpose="show the teacher who is in",
        retention="one week",
        personal=("signed_in_at", "last_seen_at", "signed_out_at"),
        plain=("pupil",),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
