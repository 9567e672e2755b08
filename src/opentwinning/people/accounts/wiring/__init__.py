"""Actor source, recipients, frame of the page, notices, privacy, regular work."""

from opentwinning.people.accounts.wiring import (
    joining,
    notices,
    page,
    privacy,
    replay,
    schedule,
    sources,
)

__all__ = ["joining", "notices", "page", "privacy", "replay", "schedule", "sources"]
