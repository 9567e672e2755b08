"""Comments as they are read."""

from opentwinning.community.comments.queries.below import (
    Below,
    Said,
    access_comment,
    access_commented,
    comment_to_report,
    comments_below,
    counts_below,
)

__all__ = [
    "Below",
    "Said",
    "access_comment",
    "access_commented",
    "comment_to_report",
    "comments_below",
    "counts_below",
]
