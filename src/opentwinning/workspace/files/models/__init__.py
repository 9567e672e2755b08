"""Files of a space."""

from opentwinning.workspace.files.models.space_file import (
    PublicUse,
    ShownPupil,
    SpaceFile,
    SpaceUsage,
)

__all__ = ["PublicUse", "ShownPupil", "SpaceFile", "SpaceUsage"]
