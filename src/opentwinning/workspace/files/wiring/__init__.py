"""Declarations of files: menu, cleaning jobs, reports, privacy."""

from opentwinning.workspace.files.wiring import cleaning, privacy, reporting, tools

__all__ = ["cleaning", "privacy", "reporting", "tools"]
