"""Files of a box that is taken in (idea 9), inside a space that is read only."""

from dataclasses import asdict

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.boxes import Record, Unpacking, fitting, when
from opentwinning.core.verdicts import Invalid
from opentwinning.workspace.files.actions.room import NO_ROOM
from opentwinning.workspace.files.models import SpaceFile, SpaceUsage
from opentwinning.workspace.files.vocabulary import space_quota_bytes


@action
def bring_files(*, by: Actor, unpacking: Unpacking) -> None:
    """Rows for the contents that were received, each cleaned as every other file that comes."""
    used = sum(each.size for each in unpacking.received.values())
    if used > space_quota_bytes():
        raise Invalid(NO_ROOM)
    files = unpacking.rows(
        (each["id"], _file(unpacking, each))
        for each in unpacking.records("files")
        if each["id"] in unpacking.received
    )
    SpaceUsage.objects.create(space=unpacking.space, used_bytes=used)
    note(unpacking.space, files=len(files), size=used)


def _file(unpacking: Unpacking, each: Record) -> SpaceFile:
    return fitting(
        SpaceFile,
        space=unpacking.space,
        place=each["place"],
        uploaded_by=unpacking.made[each["by"]],
        **asdict(unpacking.received[each["id"]]),
        alt_text=each["alt_text"],
        album=each["album"],
        title=each["title"],
        caption=each["caption"],
        album_number=each["album_number"],
        people_shown=each["people_shown"],
        created_at=when(each["at"]),
    )
