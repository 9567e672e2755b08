"""Actor source, notices, places, schedule, subscribers and privacy of classes and pupils."""

from opentwinning.people.pupils.wiring import (
    notices,
    places,
    privacy,
    schedule,
    sources,
    subscribers,
)

__all__ = ["notices", "places", "privacy", "schedule", "sources", "subscribers"]
