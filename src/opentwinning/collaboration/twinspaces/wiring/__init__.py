"""Subscribers, places, privacy."""

from opentwinning.collaboration.twinspaces.wiring import (
    places,
    privacy,
    projects,
    schedule,
    subscribers,
)

__all__ = ["places", "privacy", "projects", "schedule", "subscribers"]
