"""What files hold about a person: contributions stay under a name that erasure blanks."""

from django.db.models import Q

from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare, not_personal
from opentwinning.workspace.files.models import PublicUse, SpaceFile, SpaceUsage

_KEPT = "while the project is kept; the name goes with the person"
for subject, path in ((Subject.EDUCATOR, "account_id"), (Subject.PUPIL, "pupil_id")):
    declare(
        Declaration(
            model=SpaceFile,
            subject=subject,
            rows=lambda key, path=path: Q(**{f"uploaded_by__{path}": key}),  # type: ignore[misc]  # bound early
            purpose="share pictures, sounds and documents inside a project",
            retention=_KEPT,
            personal=("name", "alt_text", "album"),
            plain=(
                "ref",
                "space",
                "place",
                "uploaded_by",
                "kind",
                "media_type",
                "size",
                "sha256",
                "stored_name",
                "thumb_name",
                "width",
                "height",
                "people_shown",
                "declared_at",
                "is_held",
                "created_at",
                "deleted_at",
                "deleted_by",
            ),
            withheld=("sha256", "stored_name", "thumb_name", "deleted_by"),
            on_erasure=OnErasure.KEEP,
            because="common work stays for its partners, signed without a name",
        )
    )

not_personal(SpaceUsage, PublicUse)
