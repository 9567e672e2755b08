"""Drafts are personal: exported and erased with their owner, forgotten after half a year."""

import datetime as dt
from typing import Any

from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare
from opentwinning.core.work import job
from opentwinning.facilities.drafts.models import Draft

for subject, prefix in ((Subject.EDUCATOR, "account"), (Subject.PUPIL, "pupil")):
    declare(
        Declaration(
            model=Draft,
            subject=subject,
            rows=lambda key, prefix=prefix: Q(owner_key=f"{prefix}:{key}"),  # type: ignore[misc]  # bound early
            purpose="never lose a text that was typed",
            retention="180 days after the last change",
            personal=("fields", "title"),
            plain=("owner_key", "key", "url", "saved_at"),
            on_erasure=OnErasure.DELETE,
        )
    )


@job("drafts.forget", every=dt.timedelta(days=1))
def forget_old_drafts(payload: dict[str, Any]) -> None:
    """Nobody comes back to a form after half a year."""
    with permit("drafts"):
        Draft.objects.filter(saved_at__lt=now() - dt.timedelta(days=180)).delete()
