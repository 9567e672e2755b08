"""The picture beside a name (R-27)."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.ids import new_ref
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.educators.models import Educator, Photo
from opentwinning.people.educators.policies import may_edit_educator


@action
def add_photo(*, by: Actor, educator: Educator, large: bytes, small: bytes) -> Educator:
    """In the place of the drawing or of an older photo, whose address ends."""
    deny_unless(may_edit_educator(by, educator))
    educator = Educator.objects.select_for_update().get(pk=educator.pk)
    Photo.objects.update_or_create(
        educator=educator, defaults={"large": large, "small": small, "added_at": now()}
    )
    return _keyed(educator, new_ref("pho"))


@action
def remove_photo(*, by: Actor, educator: Educator) -> Educator:
    """The drawing stands for her again; nothing of the photo stays."""
    deny_unless(may_edit_educator(by, educator))
    educator = Educator.objects.select_for_update().get(pk=educator.pk)
    Photo.objects.filter(educator=educator).delete()
    return _keyed(educator, "")


def _keyed(educator: Educator, key: str) -> Educator:
    educator.photo_key = key
    educator.updated_at = educator.last_active_at = now()
    educator.save(update_fields=["photo_key", "updated_at", "last_active_at"])
    note(educator, has_photo=bool(key))
    return educator
