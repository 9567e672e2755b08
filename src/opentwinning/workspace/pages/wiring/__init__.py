"""Declarations of pages: menu, reports, cleaning, privacy."""

from opentwinning.workspace.pages.wiring import box, cleaning, privacy, reporting, tools

__all__ = ["box", "cleaning", "privacy", "reporting", "tools"]
