"""Places, notices, regular work and privacy of external identities."""

from opentwinning.people.external.wiring import notices, places, privacy, schedule

__all__ = ["notices", "places", "privacy", "schedule"]
