"""Actor source, notices, places, schedule and privacy of classes and pupils."""

from opentwinning.people.pupils.wiring import notices, places, privacy, schedule, sources

__all__ = ["notices", "places", "privacy", "schedule", "sources"]
