"""Input about files."""

from opentwinning.workspace.files.forms.upload import (
    FileForm,
    ReplaceForm,
    SaidForm,
    ShownForm,
    UploadForm,
)

__all__ = ["FileForm", "ReplaceForm", "SaidForm", "ShownForm", "UploadForm"]
