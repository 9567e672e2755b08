"""Declarations of pages: privacy."""

from opentwinning.workspace.pages.wiring import privacy

__all__ = ["privacy"]
