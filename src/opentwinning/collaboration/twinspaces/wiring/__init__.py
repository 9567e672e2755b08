"""Subscribers, places, privacy."""

from opentwinning.collaboration.twinspaces.wiring import places, privacy, projects, subscribers

__all__ = ["places", "privacy", "projects", "subscribers"]
