"""The frame of every page."""

from opentwinning.doors.portal.wiring import frame

__all__ = ["frame"]
