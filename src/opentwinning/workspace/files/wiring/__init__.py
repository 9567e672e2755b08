"""Declarations of files: privacy."""

from opentwinning.workspace.files.wiring import privacy

__all__ = ["privacy"]
