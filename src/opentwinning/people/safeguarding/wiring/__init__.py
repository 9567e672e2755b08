"""What can be reported here, notices, the desk's queues, clocks, privacy."""

from opentwinning.people.safeguarding.wiring import (
    conduct,
    hiding,
    notices,
    places,
    privacy,
    profiles,
    schedule,
    suspensions,
)

__all__ = [
    "conduct",
    "hiding",
    "notices",
    "places",
    "privacy",
    "profiles",
    "schedule",
    "suspensions",
]
