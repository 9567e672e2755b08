"""TwinSpaces, closed guides, reminders."""

from opentwinning.collaboration.twinspaces.models.guest import Guest
from opentwinning.collaboration.twinspaces.models.twinspace import GuideClosed, Nudge, TwinSpace

__all__ = ["Guest", "GuideClosed", "Nudge", "TwinSpace"]
