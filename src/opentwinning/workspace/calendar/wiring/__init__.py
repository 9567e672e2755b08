"""Declarations of the calendar: menu, panels, notices, cleaning, privacy, reports."""

from opentwinning.workspace.calendar.wiring import cleaning, notices, places, privacy, reporting

__all__ = ["cleaning", "notices", "places", "privacy", "reporting"]
