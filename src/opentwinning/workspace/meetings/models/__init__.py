"""Meetings, who is in them, and what their browsers tell each other."""

from opentwinning.workspace.meetings.models.meeting import Letter, Meeting, Seat

__all__ = ["Letter", "Meeting", "Seat"]
