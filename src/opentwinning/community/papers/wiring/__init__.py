"""What papers declare and listen to."""

from opentwinning.community.papers.wiring import contents, notices, privacy, schedule, subscribers

__all__ = ["contents", "notices", "privacy", "schedule", "subscribers"]
