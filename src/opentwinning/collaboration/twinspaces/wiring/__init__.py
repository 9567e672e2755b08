"""Subscribers, places, privacy."""

from opentwinning.collaboration.twinspaces.wiring import places, privacy, subscribers

__all__ = ["places", "privacy", "subscribers"]
