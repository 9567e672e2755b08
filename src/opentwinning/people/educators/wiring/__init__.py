"""What educators add to the rest of the house."""

from opentwinning.people.educators.wiring import notices, privacy, subscribers

__all__ = ["notices", "privacy", "subscribers"]
