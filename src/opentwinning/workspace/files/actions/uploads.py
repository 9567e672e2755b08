"""Files that come piece by piece: begun, finished, dropped, forgotten (D11, D12)."""

import datetime as dt
from collections.abc import Callable, Collection

from django.db.models import Sum
from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, Refused, deny_unless, hidden
from opentwinning.workspace.files.actions.add import put_file
from opentwinning.workspace.files.actions.room import keep_room, take_room
from opentwinning.workspace.files.models import SpaceFile, Upload
from opentwinning.workspace.files.policies import may_continue_upload, may_upload_file
from opentwinning.workspace.files.vocabulary import (
    MAX_ALBUM,
    MAX_ALT,
    MAX_MARK,
    MAX_UNFINISHED,
    UPLOAD_LIFE,
    UPLOAD_REST,
    PeopleShown,
    Received,
)
from opentwinning.workspace.spaces.models import Space
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import SpacePlace

TOO_MANY = pgettext_lazy(
    "files", "Too many files have not arrived whole. Go on with one of them, or cancel it."
)
FORGOTTEN_AT_ONCE = 500


@action
def begin_upload(  # noqa: PLR0913 - who, where, and what is said about it
    *,
    by: Actor,
    space: Space,
    name: str,
    size: int,
    refuse_when_full: Callable[[int], None],
    mark: str = "",
    place: str = SpacePlace.WHOLE,
    alt_text: str = "",
    album: str = "",
    people_shown: str = PeopleShown.UNSURE,
    shown: Collection[str] = (),
) -> Upload:
    """Keep the room for a file of that size. ``refuse_when_full`` asks the disk whether all that
    is on its way fits."""
    member = member_of(by, space)
    deny_unless(may_upload_file(member, space, place))
    if member is None:
        raise Refused(hidden())
    keep_room(space, member, size)
    if Upload.objects.filter(member=member, file=None).count() >= MAX_UNFINISHED:
        raise Invalid(TOO_MANY, "uploads")
    on_its_way = Upload.objects.filter(file=None).aggregate(all=Sum("size"))["all"] or 0
    refuse_when_full(on_its_way + size)
    upload = Upload.objects.create(
        space=space,
        member=member,
        name=name,
        size=size,
        mark=mark[:MAX_MARK],
        place=SpacePlace(place),
        alt_text=alt_text[:MAX_ALT],
        album=album[:MAX_ALBUM],
        people_shown=PeopleShown(people_shown),
        shown=list(shown),
    )
    note(upload, name=name, place=upload.place, size=size)
    return upload


@action
def finish_upload(*, by: Actor, upload: Upload, received: Received) -> SpaceFile:
    """All bytes are here and passed the reception: the file takes over the room."""
    upload = _locked(upload)
    member = member_of(by, upload.space)
    deny_unless(may_continue_upload(member, upload))
    if member is None or upload.file_id is not None:
        raise Refused(hidden())
    take_room(upload.space, member, received.size, kept_by=upload)
    upload.file = put_file(
        by,
        member,
        upload.space,
        received,
        place=upload.place,
        alt_text=upload.alt_text,
        album=upload.album,
        people_shown=upload.people_shown,
        shown=upload.shown,
    )
    upload.save(update_fields=["file"])
    note(upload.file, name=upload.name, place=upload.place, size=received.size)
    return upload.file


@action
def drop_upload(*, by: Actor, upload: Upload) -> None:
    """Whoever began it does not want it any more, or its content was refused: its room is free.
    The caller removes the part after the commit."""
    upload = _locked(upload)
    deny_unless(may_continue_upload(member_of(by, upload.space), upload))
    note(upload, name=upload.name)
    upload.delete()


@action
def forget_uploads(*, by: Actor, is_resting: Callable[[str, dt.datetime], bool]) -> list[str]:
    """Forget uploads without a new piece for a day, and all after a week; returns the names of
    their parts, which the caller removes after the commit. ``is_resting`` asks the disk."""
    moment = now()
    rows = Upload.objects.select_for_update().filter(begun_at__lt=moment - UPLOAD_REST)
    old = [
        each
        for each in rows.order_by("pk")[:FORGOTTEN_AT_ONCE]
        if each.file_id is not None
        or each.begun_at < moment - UPLOAD_LIFE
        or is_resting(each.part, moment - UPLOAD_REST)
    ]
    Upload.objects.filter(pk__in=[each.pk for each in old]).delete()
    note(uploads=[each.ref for each in old])
    return [each.part for each in old]


def _locked(upload: Upload) -> Upload:
    """The row of this moment; hidden when it went in between."""
    rows = Upload.objects.select_for_update(of=("self",)).select_related("space", "member")
    found = rows.filter(pk=upload.pk).first()
    if found is None:
        raise Refused(hidden())
    return found
