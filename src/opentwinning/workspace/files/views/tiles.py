"""Rows of the grid, as plain values for the template."""

from collections.abc import Iterable
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Refused
from opentwinning.core.web import ActorRequest
from opentwinning.workspace.files.adapters import parts, waiting
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.queries import access_trashed_file, thumb_url, unfinished_uploads
from opentwinning.workspace.files.vocabulary import PeopleShown, drawing_of
from opentwinning.workspace.spaces.queries import Presence
from opentwinning.workspace.spaces.vocabulary import PLACE_LABELS, SpacePlace

MANY_DIGITS = 7
HELD_NOTES = {
    "waiting": pgettext_lazy("files", "Being checked"),
    "infected": pgettext_lazy("files", "Virus found"),
}


def whole_number(text: str) -> int:
    """Where a list goes on, from an address; nonsense is its beginning."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < MANY_DIGITS else 0


def tiles(files: Iterable[SpaceFile]) -> list[dict[str, Any]]:
    """What ``file_tile`` needs for each file."""
    return [
        {
            "name": file.shown_title,
            "caption": file.caption,
            "href": reverse("files:file", args=[file.ref]),
            "kind": drawing_of(file.kind, file.name),
            "thumb": "" if waiting.state_of(file.stored_name) else thumb_url(file),
            "alt": file.alt_text,
            "meta": f"{filesizeformat(file.size)} · {file.uploaded_by.shown_name}",
            "place": _place_note(file),
            "note": _note(file),
            "ref": file.ref,
        }
        for file in files
    ]


def _place_note(file: SpaceFile) -> str:
    return "" if file.place == SpacePlace.WHOLE else str(PLACE_LABELS[SpacePlace(file.place)])


def _note(file: SpaceFile) -> str:
    state = waiting.state_of(file.stored_name)
    return str(HELD_NOTES[state]) if state else _note_of_clean(file)


def _note_of_clean(file: SpaceFile) -> str:
    if file.is_withheld:
        return pgettext("safeguarding", "Hidden")
    if file.is_held:
        return pgettext("files", "Waiting")
    if file.is_closed:
        return pgettext("files", "Consent missing")
    if file.people_shown == PeopleShown.PUPILS and not file.pupils_shown:
        return pgettext("files", "Who is shown?")
    if file.is_image and not file.alt_text:
        return pgettext("files", "Undescribed")
    return ""


def unfinished_lines(presence: Presence) -> list[dict[str, Any]]:
    """What the member began here and can go on with, and how far each is."""
    return [
        {
            "upload": each,
            "address": reverse("files:resume", args=[each.ref]),
            "percent": parts.bytes_of(each.part, each.size) * 100 // each.size,
        }
        for each in unfinished_uploads(presence)
    ]


def undo_deletion(request: ActorRequest) -> dict[str, str] | None:
    """The undo bar after a deletion: the redirect names the file that went."""
    ref = request.GET.get("deleted", "")
    if not ref:
        return None
    try:
        _, file = access_trashed_file(request.actor, ref)
    except Refused:
        return None
    text = pgettext("files", "“%(name)s” is in the trash.") % {"name": file.name}
    return {"text": text, "action": reverse("files:restore", args=[file.ref])}
