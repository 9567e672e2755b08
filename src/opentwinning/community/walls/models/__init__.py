"""Posts on the walls of educators."""

from opentwinning.community.walls.models.post import WallPost

__all__ = ["WallPost"]
