"""Files of a space."""

from opentwinning.workspace.files.models.space_file import (
    PublicUse,
    ShownPupil,
    SpaceFile,
    SpaceUsage,
)
from opentwinning.workspace.files.models.stored_content import StoredContent
from opentwinning.workspace.files.models.upload import Upload

__all__ = ["PublicUse", "ShownPupil", "SpaceFile", "SpaceUsage", "StoredContent", "Upload"]
