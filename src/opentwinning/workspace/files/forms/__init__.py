"""Input about files."""

from opentwinning.workspace.files.forms.upload import (
    FileForm,
    ReplaceForm,
    ShownForm,
    UploadForm,
)

__all__ = ["FileForm", "ReplaceForm", "ShownForm", "UploadForm"]
