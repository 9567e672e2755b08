"""Thirty days in the trash, then gone from disk too (D15)."""

import datetime as dt

from django.db.models import F

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import deny_unless
from opentwinning.workspace.files.events import FileDeleted, FilesPurged
from opentwinning.workspace.files.models import SpaceFile, SpaceUsage, Upload
from opentwinning.workspace.files.policies import may_delete_file, may_restore_file
from opentwinning.workspace.files.vocabulary import TRASH_DAYS
from opentwinning.workspace.spaces.queries import member_of

PURGED_AT_ONCE = 500


@action
def delete_file(*, by: Actor, file: SpaceFile) -> SpaceFile:
    """Put a file into the trash; nobody gets its content any more."""
    file = _locked(file)
    member = member_of(by, file.space)
    deny_unless(may_delete_file(member, file.space, file))
    file.deleted_at, file.deleted_by = now(), member
    file.save(update_fields=["deleted_at", "deleted_by"])
    note(file, name=file.name)
    emit(FileDeleted(file.space_id, file.pk))
    return file


@action
def restore_file(*, by: Actor, file: SpaceFile) -> SpaceFile:
    """Take a file back out of the trash."""
    file = _locked(file)
    deny_unless(may_restore_file(member_of(by, file.space), file.space, file))
    file.deleted_at = file.deleted_by = None
    file.save(update_fields=["deleted_at", "deleted_by"])
    note(file, name=file.name)
    return file


@action
def purge_trash(*, by: Actor) -> list[str]:
    """Forget files that lay in the trash long enough; returns their stored names, whose contents
    the caller removes after the commit. A crash in between leaves orphans, which are swept.
    """
    limit = now() - dt.timedelta(days=TRASH_DAYS)
    rows = list(
        SpaceFile.objects.select_for_update()
        .filter(deleted_at__lt=limit)
        .order_by("pk")[:PURGED_AT_ONCE]
    )
    for file in rows:
        SpaceUsage.objects.filter(space_id=file.space_id).update(
            used_bytes=F("used_bytes") - file.size
        )
    ids = [file.pk for file in rows]
    if ids:
        emit(FilesPurged(ids))
        SpaceFile.objects.filter(pk__in=ids).delete()
    note(files=[file.ref for file in rows])
    return [name for file in rows for name in (file.stored_name, file.thumb_name) if name]


@action
def empty_files(*, by: Actor, space_id: int) -> int:
    """The space is emptied: nothing stays, not even in the trash; returns how many. The daily sweep
    takes the contents off the disk, since no row names them any more."""
    ids = list(SpaceFile.objects.filter(space=space_id).values_list("pk", flat=True))
    if ids:
        emit(FilesPurged(ids))
        SpaceFile.objects.filter(pk__in=ids).delete()
        SpaceUsage.objects.filter(space=space_id).update(used_bytes=0)
    Upload.objects.filter(space=space_id).delete()
    note(space=space_id, files=len(ids))
    return len(ids)


def _locked(file: SpaceFile) -> SpaceFile:
    return (
        SpaceFile.objects.select_for_update(of=("self",))
        .select_related("space", "uploaded_by")
        .get(pk=file.pk)
    )
