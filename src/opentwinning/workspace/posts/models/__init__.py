"""Posts and their photos."""

from opentwinning.workspace.posts.models.post import Post, PostPhoto

__all__ = ["Post", "PostPhoto"]
