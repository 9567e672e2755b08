"""What a file is called, where it stands, what it shows."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.policies import may_change_file, may_upload_file
from opentwinning.workspace.files.vocabulary import PeopleShown
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import SpacePlace

NAMED = pgettext_lazy("files", "Pupils are named on this file. Take their names off first.")


@action
def change_file(  # noqa: PLR0913 - who, which and what is said about it
    *,
    by: Actor,
    file: SpaceFile,
    place: str,
    alt_text: str,
    album: str,
    people_shown: str,
    title: str | None = None,
    caption: str | None = None,
) -> SpaceFile:
    """Change the description or the place; a move needs the right to write in both (B5)."""
    file = SpaceFile.objects.select_for_update(of=("self",)).select_related("space").get(pk=file.pk)
    member = member_of(by, file.space)
    deny_unless(may_change_file(member, file.space, file))
    if place != file.place:
        deny_unless(may_upload_file(member, file.space, file.place))
        deny_unless(may_upload_file(member, file.space, place))
        note(file, place={"before": file.place, "after": place})
    if people_shown != file.people_shown:
        if file.pupils_shown:
            raise Invalid(NAMED, "people_shown")
        note(file, people_shown={"before": file.people_shown, "after": people_shown})
    file.place, file.people_shown = SpacePlace(place), PeopleShown(people_shown)
    if album != file.album:
        file.album_number = None
    file.alt_text, file.album = alt_text, album
    file.title = file.title if title is None else title
    file.caption = file.caption if caption is None else caption
    file.save(
        update_fields=[
            "place", "people_shown", "alt_text", "album", "album_number", "title", "caption",
        ]
    )  # fmt: skip
    return file
