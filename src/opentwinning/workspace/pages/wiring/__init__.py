"""Declarations of pages: menu, cleaning, privacy."""

from opentwinning.workspace.pages.wiring import cleaning, privacy, tools

__all__ = ["cleaning", "privacy", "tools"]
