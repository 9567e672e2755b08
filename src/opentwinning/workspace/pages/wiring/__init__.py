"""Declarations of pages: menu, reports, cleaning, privacy."""

from opentwinning.workspace.pages.wiring import cleaning, privacy, reporting, tools

__all__ = ["cleaning", "privacy", "reporting", "tools"]
