"""Words and order of the files of an album."""

from collections.abc import Sequence

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.policies import may_change_file, may_order_album
from opentwinning.workspace.files.queries import album_files
from opentwinning.workspace.files.vocabulary import Described
from opentwinning.workspace.spaces.queries import Presence

CHANGED = pgettext_lazy(
    "files",
    "Somebody else changed these words meanwhile. Save again to keep yours. Now there is:",
)


@action
def describe_album(*, by: Actor, presence: Presence, album: str, said: Sequence[Described]) -> int:
    """Titles, captions, alternative texts and the order of several files at once (T-18). Words only
    where the member may change the file; nothing is saved when somebody else was quicker with one
    of them (G7). Returns how many files changed."""
    member, space = presence.member, presence.space
    deny_unless(may_order_album(member, space))
    files = list(album_files(presence, album).select_for_update(of=("self",)))
    by_ref = {file.ref: file for file in files}
    changed = set()
    for each in said:
        file = by_ref.get(each.ref)
        if file is None or not may_change_file(member, space, file):
            continue
        words = (each.title, each.caption, each.alt_text)
        if words == (file.title, file.caption, file.alt_text):
            continue
        if each.was and each.was != file.words:
            raise Invalid(CHANGED, each.ref)
        file.title, file.caption, file.alt_text = words
        changed.add(file.pk)
    for number, file in enumerate(in_order(files, {e.ref: e.number for e in said}), start=1):
        if file.album_number != number:
            file.album_number = number
            changed.add(file.pk)
    rows = [file for file in files if file.pk in changed]
    SpaceFile.objects.bulk_update(rows, ["title", "caption", "alt_text", "album_number"])
    note(space, album=album, files=[file.ref for file in rows])
    return len(rows)


def in_order(files: Sequence[SpaceFile], wanted: dict[str, int]) -> list[SpaceFile]:
    """The files by their new numbers. One that moves to the number of another comes before it on
    the way up and after it on the way down, so that it stands where its writer said."""

    def rank(now: int, file: SpaceFile) -> tuple[int, int]:
        number = wanted.get(file.ref, now)
        return number, (number > now) - (number < now)

    numbered = enumerate(files, start=1)
    return [file for _, file in sorted(numbered, key=lambda pair: rank(*pair))]
