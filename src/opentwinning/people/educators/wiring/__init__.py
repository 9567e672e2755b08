"""What educators add to the rest of the house."""

from opentwinning.people.educators.wiring import (
    notices,
    places,
    privacy,
    schedule,
    subscribers,
    suspension,
)

__all__ = ["notices", "places", "privacy", "schedule", "subscribers", "suspension"]
