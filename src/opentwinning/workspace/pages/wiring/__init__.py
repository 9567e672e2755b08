"""Declarations of pages: menu, writing together, boxes, reports, cleaning, privacy."""

from opentwinning.workspace.pages.wiring import box, cleaning, live, privacy, reporting, tools

__all__ = ["box", "cleaning", "live", "privacy", "reporting", "tools"]
