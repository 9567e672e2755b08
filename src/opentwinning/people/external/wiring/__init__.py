"""Places, notices, regular work, accounts taken back and privacy of external identities."""

from opentwinning.people.external.wiring import notices, places, privacy, schedule, taken_back

__all__ = ["notices", "places", "privacy", "schedule", "taken_back"]
