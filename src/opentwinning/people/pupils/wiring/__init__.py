"""Actor source, notices, places, schedule, subscribers and privacy of classes and pupils."""

from opentwinning.people.pupils.wiring import (
    notices,
    places,
    privacy,
    replay,
    schedule,
    sources,
    subscribers,
)

__all__ = ["notices", "places", "privacy", "replay", "schedule", "sources", "subscribers"]
