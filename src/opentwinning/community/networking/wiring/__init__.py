"""Menu, Today, profiles, notices and privacy of networking."""

from opentwinning.community.networking.wiring import notices, places, privacy, subscribers

__all__ = ["notices", "places", "privacy", "subscribers"]
