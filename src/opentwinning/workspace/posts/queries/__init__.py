"""Reading posts."""

from opentwinning.workspace.posts.queries.access import (
    access_post,
    access_trashed_post,
    post_to_report,
    thing_of,
)
from opentwinning.workspace.posts.queries.box import posts_to_take
from opentwinning.workspace.posts.queries.lists import (
    latest_posts,
    photos_of,
    pinned_in,
    posts_in,
    trash_of,
    waiting_by_space,
    waiting_in,
)
from opentwinning.workspace.posts.queries.public import (
    PublishedPost,
    access_published_post,
    published_posts,
)

__all__ = [
    "PublishedPost",
    "access_post",
    "access_published_post",
    "access_trashed_post",
    "latest_posts",
    "photos_of",
    "pinned_in",
    "post_to_report",
    "posts_in",
    "posts_to_take",
    "published_posts",
    "thing_of",
    "trash_of",
    "waiting_by_space",
    "waiting_in",
]
