"""Actor source, notices, places, schedule, subscribers and privacy of classes and pupils."""

from opentwinning.people.pupils.wiring import (
    joining,
    notices,
    places,
    privacy,
    replay,
    schedule,
    sources,
    subscribers,
)

__all__ = [
    "joining",
    "notices",
    "places",
    "privacy",
    "replay",
    "schedule",
    "sources",
    "subscribers",
]
