"""Room for files, counted under the lock of the space's own row (D11)."""

from django.db.models import F, Q, QuerySet, Sum
from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Invalid
from opentwinning.workspace.files.models import SpaceFile, SpaceUsage, Upload
from opentwinning.workspace.files.vocabulary import pupil_quota_bytes, space_quota_bytes
from opentwinning.workspace.spaces.models import Member, Space

NO_ROOM = pgettext_lazy(
    "files", "There is no room left for this file. Delete files or tell the operator."
)
NO_ROOM_FOR_PUPIL = pgettext_lazy(
    "files", "You have no room left for this file. Ask your teacher to delete old files of yours."
)


def take_room(space: Space, member: Member, size: int, *, kept_by: Upload | None = None) -> None:
    """For a content that is here. ``kept_by``: the upload whose room it takes over."""
    keep_room(space, member, size, kept_by=kept_by)
    SpaceUsage.objects.filter(space=space).update(used_bytes=F("used_bytes") + size)


def keep_room(space: Space, member: Member, size: int, *, kept_by: Upload | None = None) -> None:
    """``Invalid`` when it does not fit beside everything that is here or on its way. Two that come
    at once at the edge never both fit: the second waits for the first."""
    SpaceUsage.objects.get_or_create(space=space)
    usage = SpaceUsage.objects.select_for_update().get(space=space)
    coming = Upload.objects.filter(~Q(pk=kept_by.pk if kept_by else None), space=space, file=None)
    if usage.used_bytes + _sum(coming) + size > space_quota_bytes():
        raise Invalid(NO_ROOM, "uploads")
    if member.is_pupil:
        own = SpaceFile.objects.filter(space=space, uploaded_by=member)
        if _sum(own) + _sum(coming.filter(member=member)) + size > pupil_quota_bytes():
            raise Invalid(NO_ROOM_FOR_PUPIL, "uploads")


def _sum(rows: QuerySet[SpaceFile] | QuerySet[Upload]) -> int:
    return int(rows.aggregate(all=Sum("size"))["all"] or 0)
