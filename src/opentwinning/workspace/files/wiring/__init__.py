"""Declarations of files: menu, cleaning jobs, reports, privacy."""

from opentwinning.workspace.files.wiring import cleaning, consents, privacy, reporting, tools

__all__ = ["cleaning", "consents", "privacy", "reporting", "tools"]
