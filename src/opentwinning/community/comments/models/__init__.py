"""What educators write below each other's things."""

from opentwinning.community.comments.models.comment import Comment, Thread

__all__ = ["Comment", "Thread"]
