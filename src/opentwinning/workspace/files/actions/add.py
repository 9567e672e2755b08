"""Rows for contents that already lie on disk (K3)."""

from collections.abc import Collection
from dataclasses import asdict

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, Refused, deny_unless, hidden
from opentwinning.workspace.files.actions.consents import copy_names, named_on_arrival
from opentwinning.workspace.files.actions.room import take_room
from opentwinning.workspace.files.events import FileAdded
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.policies import (
    may_change_file,
    may_name_pupils,
    may_upload_file,
)
from opentwinning.workspace.files.vocabulary import (
    MAX_ALBUM,
    MAX_ALT,
    PeopleShown,
    Received,
)
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import SpacePlace

OTHER_KIND = pgettext_lazy(
    "files", "The new file must be of the same kind, such as picture for picture."
)


@action
def add_file(  # noqa: PLR0913 - who, where, the content and what is said about it
    *,
    by: Actor,
    space: Space,
    received: Received,
    place: str = SpacePlace.WHOLE,
    alt_text: str = "",
    album: str = "",
    people_shown: str = PeopleShown.UNSURE,
    is_held: bool = False,
    shown: Collection[str] = (),
) -> SpaceFile:
    """One file more; its room is reserved in the same transaction (D11). ``shown``: public ids of
    the members who can be recognised, named by an educator (H10)."""
    member = member_of(by, space)
    deny_unless(may_upload_file(member, space, place))
    if member is None:
        raise Refused(hidden())
    take_room(space, member, received.size)
    file = put_file(
        by,
        member,
        space,
        received,
        place=place,
        alt_text=alt_text,
        album=album,
        people_shown=people_shown,
        shown=shown,
        is_held=is_held,
    )
    note(file, name=file.name, place=file.place, size=file.size)
    return file


def put_file(  # noqa: PLR0913 - who, where, the content and what is said about it
    by: Actor,
    member: Member,
    space: Space,
    received: Received,
    *,
    place: str,
    alt_text: str,
    album: str,
    people_shown: str,
    shown: Collection[str],
    is_held: bool = False,
) -> SpaceFile:
    """The row of a content whose room is taken, inside an action that asked who may."""
    file = SpaceFile.objects.create(
        space=space,
        uploaded_by=member,
        declared_at=now(),
        **asdict(received),
        place=SpacePlace(place),
        alt_text=alt_text[:MAX_ALT],
        album=album[:MAX_ALBUM],
        people_shown=PeopleShown(people_shown),
        is_held=is_held,
    )
    if shown:
        deny_unless(may_name_pupils(member, file))
        named_on_arrival(by, member, file, shown)
    emit(FileAdded(space.pk, file.pk))
    return file


@action
def replace_file(*, by: Actor, file: SpaceFile, received: Received) -> SpaceFile:
    """New content under the same address. The old one goes to the trash as a file of its own,
    so that it can be taken back.
    """
    file = SpaceFile.objects.select_for_update(of=("self",)).select_related("space").get(pk=file.pk)
    member = member_of(by, file.space)
    deny_unless(may_change_file(member, file.space, file))
    if member is None:
        raise Refused(hidden())
    if received.kind != file.kind:
        raise Invalid(OTHER_KIND, "uploads")
    take_room(file.space, member, received.size)
    former = {
        field.name: getattr(file, field.name)
        for field in SpaceFile._meta.concrete_fields
        if field.name not in {"id", "ref", "stored_name", "thumb_name"}
    }
    stored_name, thumb_name = file.stored_name, file.thumb_name
    for name, value in asdict(received).items():
        setattr(file, name, value)
    file.save()
    older = SpaceFile.objects.create(
        **{**former, "deleted_at": now(), "deleted_by": member},
        stored_name=stored_name,
        thumb_name=thumb_name,
    )
    copy_names(of=file, to=older)
    note(file, name=file.name, before=former["sha256"], after=file.sha256)
    return file
