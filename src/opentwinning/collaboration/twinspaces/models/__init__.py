"""TwinSpaces, closed guides, reminders."""

from opentwinning.collaboration.twinspaces.models.twinspace import GuideClosed, Nudge, TwinSpace

__all__ = ["GuideClosed", "Nudge", "TwinSpace"]
