"""What educators add to the rest of the house."""

from opentwinning.people.educators.wiring import (
    ambassadors,
    notices,
    places,
    privacy,
    schedule,
    subscribers,
)

__all__ = ["ambassadors", "notices", "places", "privacy", "schedule", "subscribers"]
