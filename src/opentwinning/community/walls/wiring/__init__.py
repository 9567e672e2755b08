"""Declarations of walls."""

from opentwinning.community.walls.wiring import (
    cleaning,
    commenting,
    notices,
    places,
    privacy,
    reporting,
)

__all__ = ["cleaning", "commenting", "notices", "places", "privacy", "reporting"]
