"""What can be reported here, notices, the desk's queues, clocks, privacy."""

from opentwinning.people.safeguarding.wiring import notices, places, privacy, profiles, schedule

__all__ = ["notices", "places", "privacy", "profiles", "schedule"]
