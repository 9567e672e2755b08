"""Saving and dropping drafts. Not audited: typing is nobody's business, only sending is."""

from django.db import transaction

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.core.verdicts import Conflict, Invalid
from opentwinning.facilities.drafts.models import Draft
from opentwinning.facilities.drafts.queries import draft_of

MAX_BYTES = 200_000
MAX_PER_PERSON = 200


def save_draft(
    *, by: Actor, key: str, fields: dict[str, list[str]], url: str, title: str, base_stamp: str
) -> Draft:
    """Keep what was typed. Newer text of another window is never overwritten silently: ``Conflict``
    unless ``base_stamp`` names the version that stands there."""
    if sum(len(v) for values in fields.values() for v in values) > MAX_BYTES:
        raise Invalid("too long")
    with permit("drafts"), transaction.atomic():
        mine = Draft.objects.select_for_update().filter(owner_key=by.key)
        draft = mine.filter(key=key).first()
        if draft is None:
            if mine.count() >= MAX_PER_PERSON:
                oldest = mine.order_by("saved_at").first()
                if oldest is not None:
                    oldest.delete()
            draft = Draft(owner_key=by.key, key=key)
        elif base_stamp != draft.saved_at.isoformat():
            raise Conflict(draft)
        draft.fields, draft.url, draft.title = fields, url, title
        draft.saved_at = now()
        draft.save()
        return draft


def discard_draft(*, by: Actor, key: str) -> None:
    """The form was sent or given up."""
    if draft_of(by, key) is None:
        return  # most forms have none, and looking costs no transaction
    with permit("drafts"):
        Draft.objects.filter(owner_key=by.key, key=key).delete()
