"""What can be reported here, notices, the desk's queues, clocks, privacy."""

from opentwinning.people.safeguarding.wiring import (
    conduct,
    hiding,
    joining,
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
    "joining",
    "notices",
    "places",
    "privacy",
    "profiles",
    "schedule",
    "suspensions",
]
