"""Files of a space."""

from opentwinning.workspace.files.models.space_file import PublicUse, SpaceFile, SpaceUsage

__all__ = ["PublicUse", "SpaceFile", "SpaceUsage"]
