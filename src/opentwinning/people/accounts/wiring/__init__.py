"""Actor source, recipients, frame of the page, notices, privacy, regular work."""

from opentwinning.people.accounts.wiring import notices, page, privacy, replay, schedule, sources

__all__ = ["notices", "page", "privacy", "replay", "schedule", "sources"]
