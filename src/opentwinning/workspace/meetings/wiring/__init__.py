"""Declarations of meetings: menu, calendar, notices, cleaning, privacy, reports."""

from opentwinning.workspace.meetings.wiring import cleaning, notices, places, privacy, reporting

__all__ = ["cleaning", "notices", "places", "privacy", "reporting"]
