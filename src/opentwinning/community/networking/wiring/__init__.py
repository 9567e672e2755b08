"""Menu, Today, profiles, notices and privacy of networking."""

from opentwinning.community.networking.wiring import (
    contents,
    notices,
    places,
    privacy,
    reporting,
    schedule,
    subscribers,
)

__all__ = ["contents", "notices", "places", "privacy", "reporting", "schedule", "subscribers"]
