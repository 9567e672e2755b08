"""What papers declare and listen to."""

from opentwinning.community.papers.wiring import (
    contents,
    joining,
    notices,
    privacy,
    schedule,
    subscribers,
)

__all__ = ["contents", "joining", "notices", "privacy", "schedule", "subscribers"]
