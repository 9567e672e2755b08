"""Screens of files."""

from opentwinning.workspace.files.views.consents import pupils
from opentwinning.workspace.files.views.content import content, thumb
from opentwinning.workspace.files.views.file import delete, edit, file, replace, restore
from opentwinning.workspace.files.views.library import library, pictures, preview, trash, upload

__all__ = [
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
    "thumb",
    "trash",
    "upload",
]
