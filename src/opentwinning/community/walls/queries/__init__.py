"""Reading walls."""

from opentwinning.community.walls.queries.posts import (
    access_post,
    newest_on,
    post_to_comment,
    search_posts,
    stream_of,
    trash_of,
    wall_of,
)

__all__ = [
    "access_post",
    "newest_on",
    "post_to_comment",
    "search_posts",
    "stream_of",
    "trash_of",
    "wall_of",
]
