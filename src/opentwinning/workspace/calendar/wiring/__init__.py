"""Declarations of the calendar: menu, panels, notices, cleaning, privacy, reports."""

from opentwinning.workspace.calendar.wiring import (
    box,
    cleaning,
    notices,
    places,
    privacy,
    reporting,
)

__all__ = ["box", "cleaning", "notices", "places", "privacy", "reporting"]
