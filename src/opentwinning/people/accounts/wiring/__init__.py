"""Actor source, recipients, frame of the page, privacy, regular work."""

from opentwinning.people.accounts.wiring import page, privacy, replay, schedule, sources

__all__ = ["page", "privacy", "replay", "schedule", "sources"]
