"""Actor source, places, schedule and privacy of classes and pupils."""

from opentwinning.people.pupils.wiring import places, privacy, schedule, sources

__all__ = ["places", "privacy", "schedule", "sources"]
