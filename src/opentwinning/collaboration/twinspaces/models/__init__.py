"""TwinSpaces and closed guides."""

from opentwinning.collaboration.twinspaces.models.twinspace import GuideClosed, TwinSpace

__all__ = ["GuideClosed", "TwinSpace"]
