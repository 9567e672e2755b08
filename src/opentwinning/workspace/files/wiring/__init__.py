"""Declarations of files: menu, cleaning jobs, privacy."""

from opentwinning.workspace.files.wiring import cleaning, privacy, tools

__all__ = ["cleaning", "privacy", "tools"]
