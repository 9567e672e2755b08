"""Declarations of posts: privacy."""

from opentwinning.workspace.posts.wiring import privacy

__all__ = ["privacy"]
