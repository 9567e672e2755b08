"""Reading files."""

from opentwinning.workspace.files.queries.access import (
    access_content,
    access_file,
    access_trashed_file,
)
from opentwinning.workspace.files.queries.addresses import (
    content_url,
    file_address,
    files_in,
    public_file_address,
    shown_file,
    thumb_url,
    unfit_for_public,
)
from opentwinning.workspace.files.queries.box import bytes_to_take, closed_files, files_to_take
from opentwinning.workspace.files.queries.consents import (
    files_showing,
    missing_of_mine,
    nameable_in,
    pupils_in,
    shown_on,
)
from opentwinning.workspace.files.queries.lists import (
    album_files,
    albums_in,
    files_visible_to,
    in_album_order,
    latest_files,
    room_left,
    trash_of,
    unreferenced,
)
from opentwinning.workspace.files.queries.uploads import (
    access_upload,
    known_parts,
    unfinished_uploads,
)

__all__ = [
    "access_content",
    "access_file",
    "access_trashed_file",
    "access_upload",
    "album_files",
    "albums_in",
    "bytes_to_take",
    "closed_files",
    "content_url",
    "file_address",
    "files_in",
    "files_showing",
    "files_to_take",
    "files_visible_to",
    "in_album_order",
    "known_parts",
    "latest_files",
    "missing_of_mine",
    "nameable_in",
    "public_file_address",
    "pupils_in",
    "room_left",
    "shown_file",
    "shown_on",
    "thumb_url",
    "trash_of",
    "unfinished_uploads",
    "unfit_for_public",
    "unreferenced",
]
