"""Input about files."""

from opentwinning.workspace.files.forms.upload import FileForm, ReplaceForm, UploadForm

__all__ = ["FileForm", "ReplaceForm", "UploadForm"]
