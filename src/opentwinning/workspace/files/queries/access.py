"""The doors of files (D1, B2)."""

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.policies import (
    may_change_file,
    may_delete_file,
    may_read_file,
    may_restore_file,
    may_show_in_public,
)
from opentwinning.workspace.spaces.queries import Presence, presence_in
from opentwinning.workspace.spaces.vocabulary import NOT_PUBLIC, SpaceState


def access_file(actor: Actor, ref: str, *, to: str = "read") -> tuple[Presence, SpaceFile]:
    """The file and the actor's presence in its space; ``to`` is read, change or delete."""
    file = _file(ref)
    presence = presence_in(actor, file.space, place=file.place)
    deny_unless(may_read_file(presence.member, file))
    if to == "change":
        deny_unless(may_change_file(presence.member, presence.space, file))
    elif to == "delete":
        deny_unless(may_delete_file(presence.member, presence.space, file))
    return presence, file


def access_trashed_file(actor: Actor, ref: str) -> tuple[Presence, SpaceFile]:
    """A file in the trash, for whoever may take it back."""
    file = _file(ref)
    presence = presence_in(actor, file.space, place=file.place)
    deny_unless(may_restore_file(presence.member, presence.space, file))
    return presence, file


def access_content(actor: Actor, ref: str) -> tuple[SpaceFile, bool]:
    """The file whose bytes the actor may have, and whether they are public.

    Public are files shown by something published, as long as it is (B10).
    """
    file = _file(ref)
    is_public = (
        file.space.state not in NOT_PUBLIC
        and bool(may_show_in_public(file))
        and file.public_uses.exists()
    )
    if file.space.state == SpaceState.CLOSED:
        raise Refused(hidden())
    if not is_public:
        presence = presence_in(actor, file.space, place=file.place)
        deny_unless(may_read_file(presence.member, file))
    return file, is_public


def _file(ref: str) -> SpaceFile:
    file = SpaceFile.objects.select_related("space", "uploaded_by").filter(ref=ref).first()
    if file is None:
        raise Refused(hidden())
    return file
