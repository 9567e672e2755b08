"""What files hold about a person: contributions stay under a name that erasure blanks."""

from opentwinning.core.privacy import Declaration, OnErasure, declare_shared, not_personal
from opentwinning.workspace.files.models import PublicUse, ShownPupil, SpaceFile, SpaceUsage, Upload
from opentwinning.workspace.spaces.vocabulary import KEPT, KEPT_BECAUSE, person_behind

declare_shared(
    Declaration(
        model=SpaceFile,
        purpose="share pictures, sounds and documents inside a project",
        retention=KEPT,
        personal=("name", "title", "caption", "alt_text", "album"),
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
            "album_number",
            "people_shown",
            "pupils_shown",
            "lacks_inside",
            "lacks_public",
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

declare_shared(
    Declaration(
        model=Upload,
        purpose="let a large file arrive piece by piece",
        retention="a day after its last piece",
        personal=("name", "alt_text", "album"),
        plain=(
            "ref",
            "space",
            "member",
            "size",
            "mark",
            "part",
            "place",
            "people_shown",
            "shown",
            "begun_at",
            "file",
        ),
        withheld=("mark", "part", "shown"),
        on_erasure=OnErasure.DELETE,
    ),
    person_behind("member"),
)

declare_shared(
    Declaration(
        model=ShownPupil,
        purpose="show a pupil only where her family agreed",
        retention="while the file is kept",
        plain=("file", "member", "named_by", "named_at"),
        withheld=("named_by",),
        on_erasure=OnErasure.KEEP,
        because="the file stays closed because it shows somebody who is gone",
    ),
    person_behind("member"),
)

not_personal(SpaceUsage, PublicUse)
