"""Notices and privacy of educators."""

from opentwinning.people.educators.wiring import notices, privacy

__all__ = ["notices", "privacy"]
