"""Declarations of chats: menu, notices, cleaning, privacy, reports."""

from opentwinning.workspace.chats.wiring import cleaning, notices, places, privacy, reporting

__all__ = ["cleaning", "notices", "places", "privacy", "reporting"]
