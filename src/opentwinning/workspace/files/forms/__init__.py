"""Input about files."""

from opentwinning.workspace.files.forms.album import AlbumForm
from opentwinning.workspace.files.forms.upload import (
    FileForm,
    ReplaceForm,
    SaidForm,
    ShownForm,
    UploadForm,
)

__all__ = ["AlbumForm", "FileForm", "ReplaceForm", "SaidForm", "ShownForm", "UploadForm"]
