"""Screens of files."""

from opentwinning.workspace.files.views.album import album
from opentwinning.workspace.files.views.consents import pupils
from opentwinning.workspace.files.views.content import content, thumb
from opentwinning.workspace.files.views.file import delete, edit, file, replace, restore
from opentwinning.workspace.files.views.library import library, pictures, preview, trash, upload
from opentwinning.workspace.files.views.uploads import cancel, resume, uploads

__all__ = [
    "album",
    "cancel",
    "content",
    "delete",
    "edit",
    "file",
    "library",
    "pictures",
    "preview",
    "pupils",
    "replace",
    "restore",
    "resume",
    "thumb",
    "trash",
    "upload",
    "uploads",
]
