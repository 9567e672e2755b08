"""Subscribers, places, privacy."""

from opentwinning.collaboration.twinspaces.wiring import (
    notices,
    places,
    privacy,
    projects,
    schedule,
    subscribers,
)

__all__ = ["notices", "places", "privacy", "projects", "schedule", "subscribers"]
