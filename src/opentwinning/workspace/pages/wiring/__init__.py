"""Declarations of pages: menu, writing together, boxes, reports, cleaning, privacy."""

from opentwinning.workspace.pages.wiring import box, cleaning, desk, live, privacy, reporting, tools

__all__ = ["box", "cleaning", "desk", "live", "privacy", "reporting", "tools"]
