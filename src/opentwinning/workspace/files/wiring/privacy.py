"""What files hold about a person: contributions stay under a name that erasure blanks."""

from opentwinning.core.privacy import Declaration, OnErasure, declare_shared, not_personal
from opentwinning.workspace.files.models import PublicUse, SpaceFile, SpaceUsage
from opentwinning.workspace.spaces.vocabulary import KEPT, KEPT_BECAUSE, person_behind

declare_shared(
    Declaration(
        model=SpaceFile,
        purpose="share pictures, sounds and documents inside a project",
        retention=KEPT,
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
            "withheld_held",
            "created_at",
            "deleted_at",
            "deleted_by",
        ),
        withheld=("sha256", "stored_name", "thumb_name", "deleted_by"),
        on_erasure=OnErasure.KEEP,
        because=KEPT_BECAUSE,
    ),
    person_behind("uploaded_by"),
)

not_personal(SpaceUsage, PublicUse)
