"""Files in a box: their bytes once, a record and a line for each."""

from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.boxes import (
    BOX_PARTS,
    CHUNK,
    BoxPart,
    Content,
    Packing,
    Record,
    Sheet,
    moment,
)
from opentwinning.workspace.files.actions import bring_files
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.queries import closed_files, files_to_take
from opentwinning.workspace.spaces.vocabulary import PLACE_LABELS, SpacePlace


def refs(presence: Any) -> Iterator[str]:
    return files_to_take(presence).values_list("ref", flat=True).iterator(CHUNK)


def contents(presence: Any) -> Iterator[Content]:
    for row in files_to_take(presence).iterator(CHUNK):
        yield Content(row.ref, row.name, disk.path_of(row.stored_name))


def records(packing: Packing) -> Iterator[Record]:
    for row in files_to_take(packing.presence).iterator(CHUNK):
        if row.ref in packing.paths:
            yield {
                "id": row.ref,
                "path": packing.paths[row.ref],
                "place": row.place,
                "name": row.name,
                "kind": row.kind,
                "media_type": row.media_type,
                "sha256": row.sha256,
                "width": row.width,
                "height": row.height,
                "alt_text": row.alt_text,
                "album": row.album,
                "title": row.title,
                "caption": row.caption,
                "album_number": row.album_number,
                "people_shown": row.people_shown,
                "by": packing.person(row.uploaded_by),
                "at": moment(row.created_at),
            }


def sheets(packing: Packing) -> Iterator[Sheet]:
    if packing.paths:
        yield Sheet(title=pgettext("box", "All files"), pieces=_lines(packing))


def _lines(packing: Packing) -> Iterator[str]:
    for row in files_to_take(packing.presence).iterator(CHUNK):
        if address := packing.beside(row.ref):
            place = PLACE_LABELS[SpacePlace(row.place)]
            yield render_to_string(
                "files/box_file.html", {"file": row, "address": address, "place": place}
            )


BOX_PARTS.add(
    BoxPart(
        key="files",
        label=pgettext_lazy("space menu", "Files"),
        refs=refs,
        kinds={"files": records},
        sheets=sheets,
        contents=contents,
        left_out=closed_files,
        bring=lambda unpacking: bring_files(by=unpacking.by, unpacking=unpacking),
        turn=1,
    ),
    order=40,
)
