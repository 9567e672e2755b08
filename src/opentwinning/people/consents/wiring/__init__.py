"""Clock, ledger, notices, places and privacy of consents."""

from opentwinning.people.consents.wiring import notices, places, privacy, replay, schedule

__all__ = ["notices", "places", "privacy", "replay", "schedule"]
