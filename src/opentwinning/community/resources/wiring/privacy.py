"""What shared resources hold about an educator."""

from django.db.models import Q

from opentwinning.community.resources.models import (
    Kept,
    Resource,
    ResourceFile,
    ResourceTrait,
    Thanks,
)
from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare, not_personal

not_personal(ResourceTrait)
declare(
    Declaration(
        model=Resource,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(author__account_id=key),
        purpose="give colleagues something to teach with",
        retention="until the author takes it away, at most while the account lives",
        personal=("title", "about", "links"),
        plain=(
            "ref", "author", "language", "kind", "licence", "thanks", "shared_at", "edited_at",
            "deleted_at", "withheld_at",
        ),
        on_erasure=OnErasure.DELETE,
        order=45,
    )
)  # fmt: skip
declare(
    Declaration(
        model=ResourceFile,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(resource__author__account_id=key),
        purpose="give colleagues something to teach with",
        retention="as the resource",
        personal=("name",),
        plain=(
            "ref", "resource", "kind", "media_type", "size", "sha256", "stored_name", "thumb_name",
            "width", "height",
        ),
        withheld=("sha256", "stored_name", "thumb_name"),
        on_erasure=OnErasure.DELETE,
        order=40,
    )
)  # fmt: skip
for _model, _purpose in (
    (Thanks, "count each thank you once"),
    (Kept, "find again what one keeps"),
):
    declare(
        Declaration(
            model=_model,
            subject=Subject.EDUCATOR,
            rows=lambda key: Q(educator__account_id=key),
            purpose=_purpose,
            retention="while the resource is there",
            plain=("resource", "educator", "at"),
            on_erasure=OnErasure.DELETE,
            order=35,
        )
    )
