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
        draft, is_new = mine.filter(key=key).first(), False
        values = {"fields": fields, "url": url, "title": title, "saved_at": now()}
        if draft is None:
            _make_room(by.key)
            draft, is_new = mine.get_or_create(owner_key=by.key, key=key, defaults=values)
        if is_new:
            return draft
        if base_stamp != draft.saved_at.isoformat():
            raise Conflict(draft)
        for name, value in values.items():
            setattr(draft, name, value)
        draft.save()
        return draft


def _make_room(owner_key: str) -> None:
    """The oldest drafts go. Who begins one holds all of hers: windows that begin at the same moment
    count after each other."""
    mine = Draft.objects.filter(owner_key=owner_key)
    list(mine.select_for_update().order_by("pk").values_list("pk"))
    newest = mine.order_by("-saved_at", "-pk").values_list("pk", flat=True)
    too_old = list(newest[MAX_PER_PERSON - 1 :])
    if too_old:
        mine.filter(pk__in=too_old).delete()


def discard_draft(*, by: Actor, key: str) -> None:
    """The form was sent or given up."""
    if draft_of(by, key) is None:
        return  # most forms have none, and looking costs no transaction
    with permit("drafts"):
        Draft.objects.filter(owner_key=by.key, key=key).delete()
