"""What boxes declare and listen to."""

from opentwinning.collaboration.boxes.wiring import (
    contents,
    joining,
    notices,
    places,
    privacy,
    schedule,
)

__all__ = ["contents", "joining", "notices", "places", "privacy", "schedule"]
