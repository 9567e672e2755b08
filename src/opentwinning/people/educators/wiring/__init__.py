"""What educators add to the rest of the house."""

from opentwinning.people.educators.wiring import (
    ambassadors,
    joining,
    notices,
    places,
    privacy,
    schedule,
    subscribers,
)

__all__ = [
    "ambassadors",
    "joining",
    "notices",
    "places",
    "privacy",
    "schedule",
    "subscribers",
]
