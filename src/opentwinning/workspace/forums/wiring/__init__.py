"""Declarations of forums: privacy."""

from opentwinning.workspace.forums.wiring import privacy

__all__ = ["privacy"]
