"""What boxes declare and listen to."""

from opentwinning.collaboration.boxes.wiring import (
    arriving,
    contents,
    joining,
    notices,
    places,
    privacy,
    schedule,
)

__all__ = ["arriving", "contents", "joining", "notices", "places", "privacy", "schedule"]
