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
    thumb_url,
    unfit_for_public,
)
from opentwinning.workspace.files.queries.lists import (
    albums_in,
    files_visible_to,
    latest_files,
    room_left,
    trash_of,
    unreferenced,
)

__all__ = [
    "access_content",
    "access_file",
    "access_trashed_file",
    "albums_in",
    "content_url",
    "file_address",
    "files_in",
    "files_visible_to",
    "latest_files",
    "public_file_address",
    "room_left",
    "thumb_url",
    "trash_of",
    "unfit_for_public",
    "unreferenced",
]
